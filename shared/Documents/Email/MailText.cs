using System.Text;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Email;

/// <summary>The mail for readers without HTML: the same figures, a metric a paragraph.</summary>
internal static class MailText
{
    public static string Of(ReportView view, string? attached)
    {
        var words = view.Words;
        var text = new StringBuilder();
        text.AppendLine(view.Company).AppendLine(view.Title).AppendLine(view.Scope is null ? view.When : $"{view.When} · {view.Scope}").AppendLine(view.Freshness).AppendLine();
        text.AppendJoin(Environment.NewLine, view.Headline).AppendLine().AppendLine();
        foreach (var card in view.Cards)
        {
            text.Append(card.Name).Append(words.Colon).Append(card.Row[0]).Append(" – ").AppendLine(Status(card));
            foreach (var line in card.Lines)
            {
                text.Append("  ").AppendLine($"{line.Label} {line.Value}".TrimEnd());
            }

            foreach (var note in card.Notes)
            {
                text.Append("  ").AppendLine(note);
            }

            text.AppendLine();
        }

        Section(text, words.Say("insights.title"), view.Insights);
        Section(text, words.Missing, view.Gaps.Count == 0 ? [words.NothingMissing] : view.Gaps);
        Section(text, words.Restated, view.Restatements);
        if (attached is not null)
        {
            text.Append(attached).AppendLine(".").AppendLine();
        }

        return text.AppendJoin(Environment.NewLine, view.Foot).AppendLine().ToString();
    }

    private static string Status(Card card) => card.Completeness is { } word && !card.IsUndefined ? $"{card.Verdict} ({word})" : card.Verdict.ToString();

    private static void Section(StringBuilder text, string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            text.AppendLine(title);
            text.AppendJoin(Environment.NewLine, items.Select(item => $"- {item}")).AppendLine().AppendLine();
        }
    }
}
