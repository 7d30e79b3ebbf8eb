using SalesReports.Calendar;
using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;
using SalesReports.Reports;
using SkiaSharp;

namespace SalesReports.Documents.Pdf;

/// <summary>The week on one page, the month on many. Same report, same bytes: its dates are the report's, its fonts are its own.</summary>
public sealed class PdfRenderer : IDocumentRenderer
{
    public string Format => "pdf";

    public string ContentType => "application/pdf";

    public byte[] Render(Report report, string language, Theme theme) =>
        Render(ReportWording.Of(report, language, theme), SectionViews.Of(report, language, theme), theme);

    internal static byte[] Render(ReportView view, IReadOnlyList<SectionView> sections, Theme theme)
    {
        var plan = view.Period.Kind == PeriodKind.Weekly
            ? new PdfPlan([pen => WeeklyPage.Draw(pen, view, sections, theme)], [])
            : MonthlyPages.Of(view, sections, theme);
        var palette = Palette.Of(theme);
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(view)))
        {
            foreach (var draw in plan.Pages)
            {
                draw(new Pen(document.BeginPage(theme.Paper.Width, theme.Paper.Height), palette));
                document.EndPage();
            }

            document.Close();
        }

        return PdfCatalog.Complete(stream.ToArray(), view.Words.Culture, plan.Bookmarks);
    }

    private static SKDocumentPdfMetadata Metadata(ReportView view) => new()
    {
        Title = $"{view.Title} – {view.When}",
        Author = view.Company,
        Subject = view.Headline[0],
        Creator = "SalesReports",
        Producer = "SalesReports",
        Creation = view.BuiltAt.UtcDateTime,
        Modified = view.BuiltAt.UtcDateTime,
        RasterDpi = 144,
        EncodingQuality = 101,
    };
}
