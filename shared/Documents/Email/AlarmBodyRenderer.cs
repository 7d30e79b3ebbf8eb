using System.Text;
using SalesReports.Documents.Html;
using SalesReports.Documents.Wording;
using SalesReports.Kpis.Alarms;

namespace SalesReports.Documents.Email;

/// <summary>Subject, HTML and plain text of the daily volume alarm. Computes nothing.</summary>
public sealed class AlarmBodyRenderer(HtmlDocument document)
{
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="unsubscribe">Null when there is no such link.</param>
    public MailBody Render(VolumeAlarm alarm, string language, Theme theme, Uri? unsubscribe)
    {
        var view = AlarmView.Of(alarm, language, theme);
        var html = document.Render<AlarmPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(AlarmPage.View)] = view,
            [nameof(AlarmPage.Unsubscribe)] = unsubscribe,
        });
        return new MailBody(PlainText.Line($"{view.Words.Say("alarm.title")}{view.Words.Colon}{view.Headline}", 200), html, TextOf(view, unsubscribe));
    }

    private static string TextOf(AlarmView view, Uri? unsubscribe)
    {
        var (words, text) = (view.Words, new StringBuilder());
        text.AppendLine(view.Company).AppendLine(words.Say("alarm.title")).AppendLine(view.When).AppendLine().AppendLine(view.Headline).AppendLine(words.Say("alarm.rule")).AppendLine();
        foreach (var row in view.Rows)
        {
            text.AppendLine(row.Account);
            foreach (var (key, value) in new[] { ("col.owner", row.Owner), ("alarm.last90", row.Last90Days), ("alarm.base", row.Base), ("alarm.missing", row.Missing), ("alarm.lastOrder", row.LastOrder) })
            {
                text.Append("  ").Append(words.Say(key)).Append(words.Colon).AppendLine(value);
            }

            text.AppendLine();
        }

        if (view.More is { } more)
        {
            text.AppendLine(more).AppendLine();
        }

        return MailText.Unsubscribe(text.AppendLine(words.Say("alarm.foot")), words, unsubscribe).ToString();
    }
}
