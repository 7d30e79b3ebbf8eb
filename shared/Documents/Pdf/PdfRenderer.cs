using SalesReports.Documents.Drawing;
using SalesReports.Documents.Wording;
using SalesReports.Reports;
using SkiaSharp;

namespace SalesReports.Documents.Pdf;

/// <summary>The one-page PDF. Same report, same bytes: its dates are the report's, its fonts are its own.</summary>
public sealed class PdfRenderer : IDocumentRenderer
{
    public string Format => "pdf";

    public string ContentType => "application/pdf";

    public byte[] Render(Report report, string language, Theme theme)
    {
        var view = ReportWording.Of(report, language, theme);
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(view)))
        {
            var canvas = document.BeginPage(OnePage.Width, OnePage.Height);
            OnePage.Draw(new Pen(canvas, Palette.Of(theme)), view);
            document.EndPage();
            document.Close();
        }

        return PdfLanguage.Set(stream.ToArray(), view.Words.Culture);
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
