using SalesReports.Documents;
using SalesReports.Documents.Pdf;
using UglyToad.PdfPig;

namespace SalesReports.Tests.Documents.Pdf;

/// <summary>Whole reports of strange companies, on both papers, in every language.</summary>
public sealed class ExtremePdfTests
{
    public static TheoryData<string, string, string> Every { get; } = new(
        from name in ExtremeReports.All.Keys from language in Theme.Languages from paper in new[] { "A4", "Letter" } select (name, language, paper));

    [Theory]
    [MemberData(nameof(Every))]
    public void Text_stays_between_the_margins_and_nothing_lies_on_anything_and_a_week_is_one_page(string company, string language, string paper)
    {
        var theme = ReportSamples.Theme with { Paper = paper == "A4" ? Paper.A4 : Paper.Letter };
        foreach (var report in ExtremeReports.All[company])
        {
            using var document = PdfDocument.Open(new PdfRenderer().Render(report, language, theme));
            Assert.All(document.GetPages(), HeldText.Holds);
            Assert.Equal(report.Kind == "weekly", document.NumberOfPages == 1);
            Assert.InRange(document.NumberOfPages, 1, 30);
        }
    }
}
