using SalesReports.Documents;
using SalesReports.Documents.Pdf;
using SalesReports.Documents.Wording;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SalesReports.Tests.Documents.Pdf;

public sealed class PdfTests
{
    private static readonly PdfRenderer _renderer = new();

    public static TheoryData<int, string> EveryReportAndLanguage { get; } =
        new(from report in Enumerable.Range(0, ReportSamples.All.Count) from language in Theme.Languages select (report, language));

    [Theory]
    [MemberData(nameof(EveryReportAndLanguage))]
    public void A_week_fills_exactly_one_A4_page_and_nothing_leaves_any_page(int index, string language)
    {
        using var document = PdfDocument.Open(_renderer.Render(ReportSamples.All[index], language, ReportSamples.Theme));
        Assert.Equal(ReportSamples.All[index].Kind == "weekly", document.NumberOfPages == 1);
        Assert.All(document.GetPages(), page =>
        {
            Assert.Equal(PageSize.A4, page.Size);
            Assert.All(page.Letters, letter =>
            {
                Assert.InRange(letter.StartBaseLine.X, 30, page.Width - 30);
                Assert.InRange(letter.EndBaseLine.X, 30, page.Width - 30);
                Assert.InRange(letter.StartBaseLine.Y, 15, page.Height - 15);
            });
        });
    }

    [Theory]
    [MemberData(nameof(EveryReportAndLanguage))]
    public void Lines_of_text_never_lie_on_each_other(int index, string language)
    {
        var theme = new Theme(string.Concat(Enumerable.Repeat("Compagnie générale ", 22)));
        using var document = PdfDocument.Open(_renderer.Render(ReportSamples.All[index], language, theme));
        var letters = document.GetPage(1).Letters.Where(letter => letter.Value.Trim().Length > 0).ToList();
        var overlapping = letters.Where(upper => letters.Exists(lower =>
            upper.StartBaseLine.Y - lower.StartBaseLine.Y > 0.5
            && upper.StartBaseLine.Y - lower.StartBaseLine.Y < 0.8 * lower.PointSize
            && Math.Min(upper.EndBaseLine.X, lower.EndBaseLine.X) - Math.Max(upper.StartBaseLine.X, lower.StartBaseLine.X) > 0.5)).ToList();
        Assert.Empty(overlapping.Select(letter => letter.Value));
    }

    [Theory]
    [InlineData("fr", "tableau de bord hebdomadaire", "Semaine 47 · 16–22 novembre 2026", "Maison Lefèvre & Fils", "Coût d’acquisition client", "412 345,67 €", "41,3 %", "23,7 %", "1 296,68 €", "41,5 j", "1 874,20 €", "12 480,35 €", "▲ Conforme", "Le coût manque sur une partie des ventes.")]
    [InlineData("en", "weekly dashboard", "Week 47 · 16–22 November 2026", "Maison Lefèvre & Fils", "€412,345.67", "41.3%", "23.7%", "€1,296.68", "41.5 days", "€1,874.20", "€12,480.35", "▲ On target", "The cost is missing on part of the sales.")]
    public void A_reader_finds_every_figure_and_accent(string language, params string[] expected)
    {
        var text = PdfText.Read(_renderer.Render(ReportSamples.Weekly, language, ReportSamples.Theme));
        Assert.All(expected, phrase => Assert.Contains(PdfText.Bare(phrase), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryReportAndLanguage))]
    public void No_figure_of_the_table_is_cut_short(int index, string language)
    {
        var report = ReportSamples.All[index];
        var text = PdfText.Read(_renderer.Render(report, language, ReportSamples.Theme));
        var cells = ReportWording.Of(report, language, ReportSamples.Theme).Cards.SelectMany(card => card.Row.Append(card.Value));
        Assert.All(cells, cell => Assert.Contains(PdfText.Bare(cell), text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_again_and_in_parallel()
    {
        var first = _renderer.Render(ReportSamples.Weekly, "fr", ReportSamples.Theme);
        var others = new byte[8][];
        Parallel.For(0, others.Length, i => others[i] = new PdfRenderer().Render(ReportSamples.Weekly, "fr", ReportSamples.Theme));
        Assert.All(others, bytes => Assert.Equal(first, bytes));
        Assert.NotEqual(first, _renderer.Render(ReportSamples.Weekly, "en", ReportSamples.Theme));
    }

    [Theory]
    [MemberData(nameof(EveryReportAndLanguage))]
    public void A_page_stays_under_120_kilobytes(int index, string language) =>
        Assert.InRange(_renderer.Render(ReportSamples.All[index], language, ReportSamples.Theme).Length, 1, 120 * 1024);

    [Fact]
    public void Its_properties_come_from_the_report()
    {
        using var document = PdfDocument.Open(_renderer.Render(ReportSamples.Weekly, "fr", ReportSamples.Theme));
        Assert.Equal("Ventes – tableau de bord hebdomadaire – Semaine 47 · 16–22 novembre 2026", document.Information.Title);
        Assert.Equal("Maison Lefèvre & Fils", document.Information.Author);
        Assert.Equal("(fr-FR)", document.Structure.Catalog.CatalogDictionary.Data["Lang"].ToString());
        Assert.StartsWith("D:20261123060000", document.Information.CreationDate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_metrics_is_refused()
    {
        var empty = ReportSamples.Weekly with { Metrics = [] };
        var refused = Assert.Throws<ArgumentException>(() => _renderer.Render(empty, "fr", ReportSamples.Theme));
        Assert.Contains("2026-W47", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_language_is_refused_with_the_accepted_ones()
    {
        var refused = Assert.Throws<ArgumentException>(() => _renderer.Render(ReportSamples.Weekly, "de", ReportSamples.Theme));
        Assert.Contains("'fr' and 'en'", refused.Message, StringComparison.Ordinal);
    }
}
