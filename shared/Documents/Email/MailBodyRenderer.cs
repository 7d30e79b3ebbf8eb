using SalesReports.Documents.Html;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Email;

/// <summary>Subject, HTML and plain text of the mail, from the same words as the documents.</summary>
public sealed class MailBodyRenderer(HtmlDocument document) : IMailBodyRenderer
{
    public MailBody Render(
        Report report, string language, Theme theme, IReadOnlyList<string> attachments, IReadOnlyList<string>? notes = null, MailWays? ways = null)
    {
        var view = ReportWording.Of(report, language, theme);
        IReadOnlyList<string> said =
        [
            .. attachments.Count == 0 ? [] : (string[])[$"{view.Words.Attached}{view.Words.Colon}{string.Join(", ", attachments.Select(name => PlainText.Line(name)))}"],
            .. notes ?? [],
        ];
        var (attached, shown) = (said.Count == 0 ? null : string.Join(". ", said), ways ?? MailWays.None);
        var html = document.Render<MailPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MailPage.View)] = view,
            [nameof(MailPage.Attached)] = attached,
            [nameof(MailPage.Ways)] = shown,
        });
        return new MailBody(MailSubject.Of(report, view), html, MailText.Of(view, attached, shown)) { Pictures = MailSparks.Of(view) };
    }
}
