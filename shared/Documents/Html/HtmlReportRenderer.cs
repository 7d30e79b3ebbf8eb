using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Html;

/// <summary>The page that is opened online: needs no script, reads on a phone, in the dark, on paper and by ear.</summary>
public sealed class HtmlReportRenderer(HtmlDocument document) : IDocumentRenderer
{
    public string Format => "html";

    public string ContentType => "text/html; charset=utf-8";

    public byte[] Render(Report report, string language, Theme theme)
    {
        var view = ReportWording.Of(report, language, theme);
        return HtmlDocument.Bytes(document.Render<ReportPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ReportPage.View)] = view,
            [nameof(ReportPage.Sections)] = SectionViews.Of(report, language, theme),
        }));
    }
}
