using System.Text;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Email;

/// <summary>The mail for readers without HTML: the same figures, a metric a paragraph.</summary>
internal static class MailText
{
    public static string Of(ReportView view, string? attached, MailWays ways)
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

        Links(text, words, ways);
        text.AppendJoin(Environment.NewLine, view.Foot).AppendLine();
        return Unsubscribe(text, words, ways.Unsubscribe).ToString();
    }

    /// <summary>Each address on a line of its own, so that no mail program takes a full stop for part of it.</summary>
    private static void Links(StringBuilder text, Words words, MailWays ways)
    {
        foreach (var file in ways.Files)
        {
            text.Append(PlainText.Line(file.Name)).AppendLine(words.Colon.TrimEnd()).AppendLine(file.Address.AbsoluteUri).AppendLine();
        }

        if (ways.Online is { } online)
        {
            text.Append(words.Say("mail.online")).Append(" (").Append(words.Say("mail.online.note")).Append(')').AppendLine(words.Colon.TrimEnd()).AppendLine(online.AbsoluteUri).AppendLine();
        }
    }

    internal static StringBuilder Unsubscribe(StringBuilder text, Words words, Uri? address) =>
        address is null ? text : text.AppendLine().Append(words.Say("mail.unsubscribe")).AppendLine(words.Colon.TrimEnd()).AppendLine(address.AbsoluteUri);

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
