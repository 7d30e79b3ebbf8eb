using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Documents.Pdf;
using SalesReports.Documents.Wording;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;

namespace SalesReports.Tests.Documents.Pdf;

public sealed class MonthlyPdfTests
{
    private static readonly IReadOnlyList<IReadOnlyList<SectionView>> _sections = [SectionSamples.Month, SectionSamples.Extreme, SectionSamples.Empty, SectionSamples.Week];

    public static TheoryData<int, string> EverySampleAndLanguage { get; } = new(from sample in Enumerable.Range(0, _sections.Count) from language in Theme.Languages select (sample, language));

    public static TheoryData<int, int, string> EveryWeekAndLanguage { get; } = new(
        from report in new[] { 0, 2, 3 } from sample in Enumerable.Range(0, _sections.Count) from language in Theme.Languages select (report, sample, language));

    [Theory]
    [MemberData(nameof(EverySampleAndLanguage))]
    public void Nothing_leaves_a_page_and_no_line_lies_on_another(int sample, string language)
    {
        using var document = PdfDocument.Open(Render(ReportSamples.Monthly, _sections[sample], language));
        Assert.All(document.GetPages(), HeldText.Holds);
    }

    [Theory]
    [MemberData(nameof(EveryWeekAndLanguage))]
    public void A_week_stays_on_one_page_whatever_is_in_it(int report, int sample, string language)
    {
        var pdf = Render(ReportSamples.All[report], _sections[sample], language);
        using var document = PdfDocument.Open(pdf);
        Assert.Equal(1, document.NumberOfPages);
        HeldText.Holds(document.GetPage(1));
        Assert.InRange(pdf.Length, 1, 120 * 1024);
    }

    [Fact]
    public void Contents_and_bookmarks_lead_to_the_page_of_each_section()
    {
        using var document = PdfDocument.Open(Render(ReportSamples.Monthly, SectionSamples.Month, "fr"));
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var roots = bookmarks.Roots.Cast<DocumentBookmarkNode>().ToList();
        Assert.Equal(["Synthèse", .. SectionSamples.Month.Select((section, i) => $"{i + 1}.\u00A0{section.Title}")], roots.Select(root => root.Title));
        var contents = PdfText.Bare(string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value)));
        Assert.All(roots, root => Assert.Contains(PdfText.Bare($"{root.Title}{root.PageNumber}"), contents, StringComparison.Ordinal));
        Assert.All(roots.Skip(1), root => Assert.Contains(PdfText.Bare(root.Title), TextOf(document.GetPage(root.PageNumber)), StringComparison.Ordinal));
        Assert.Equal(roots.Count, document.GetPage(1).GetAnnotations().Count(annotation => annotation.Type == AnnotationType.Link));
    }

    [Fact]
    public void Every_page_after_the_cover_says_which_it_is_of_how_many()
    {
        using var document = PdfDocument.Open(Render(ReportSamples.Monthly, SectionSamples.Extreme, "fr"));
        Assert.InRange(document.NumberOfPages, 6, 30);
        Assert.All(document.GetPages().Skip(1), page => Assert.EndsWith(PdfText.Bare($"Page {page.Number} / {document.NumberOfPages}"), OrderedFoot(page), StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_over_many_pages_has_its_head_on_each()
    {
        using var document = PdfDocument.Open(Render(ReportSamples.Monthly, [SectionSamples.Extreme[0]], "fr"));
        var pages = document.GetPages().Skip(2).Select(TextOf).ToList();
        Assert.True(pages.Count >= 5);
        Assert.All(pages, text => Assert.Contains("Commandes", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_which_no_row_is_shown_leaves_no_title_and_no_head()
    {
        var hidden = new TableBlock("hidden", "Cohortes cachées", [new("Mois", ColumnKind.Text)], [new TableRow([new Cell("octobre")])], null, Shown: 0);
        var section = new SectionView("marketing", "Marketing", "Une phrase.", [hidden, new NotesBlock(["Une note."])]);
        var text = PdfText.Read(Render(ReportSamples.Monthly, [section], "fr"));
        Assert.Contains("Unenote.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cohortescachées", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_stays_on_the_page_of_the_table_that_it_explains()
    {
        // One row more each time, until the end of the table has passed the end of a page.
        foreach (var rows in Enumerable.Range(20, 25))
        {
            var table = new TableBlock("t", "Tableau", [new("Nom", ColumnKind.Text)], [.. Enumerable.Range(1, rows).Select(i => new TableRow([new Cell($"Rang {i}.")]))], null, rows);
            using var document = PdfDocument.Open(Render(ReportSamples.Monthly, [new SectionView("s", "Section", "Phrase.", [table, new NotesBlock(["Explication une.", "Explication deux."])])], "fr"));
            var page = document.GetPages().Skip(2).Select(TextOf).Single(text => text.Contains("Explicationune.", StringComparison.Ordinal));
            Assert.Contains($"Rang{rows}.", page, StringComparison.Ordinal);
            Assert.Contains("Explicationdeux.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_section_without_data_takes_one_line_that_says_why()
    {
        using var with = PdfDocument.Open(Render(ReportSamples.Monthly, SectionSamples.Empty, "fr"));
        Assert.Equal(3, with.NumberOfPages);
        Assert.Contains(PdfText.Bare("3. teams — Aucune vente dans la période."), TextOf(with.GetPage(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_colours_and_logo_are_those_of_the_theme()
    {
        Assert.True(BrandColour.TryParse("#7A1F3D", out var plum, out _));
        using var bitmap = new SkiaSharp.SKBitmap(40, 20);
        bitmap.Erase(SkiaSharp.SKColors.Orange);
        using var png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        var theme = ReportSamples.Theme with { Paper = Paper.Letter, Primary = plum, Logo = png.ToArray() };
        using var document = PdfDocument.Open(Render(ReportSamples.Monthly, SectionSamples.Month, "en", theme));
        Assert.All(document.GetPages(), page =>
        {
            Assert.Equal(PageSize.Letter, page.Size);
            HeldText.Holds(page);
            Assert.Single(page.GetImages());
        });
        var (r, g, b) = document.GetPage(2).Letters.First(letter => letter.Value == "S" && letter.PointSize > 14).Color.ToRGBValues();
        Assert.Equal((0x7A, 0x1F, 0x3D), ((int)Math.Round(r * 255), (int)Math.Round(g * 255), (int)Math.Round(b * 255)));
    }

    [Fact]
    public void The_same_month_gives_the_same_bytes_again_and_in_parallel()
    {
        var first = Render(ReportSamples.Monthly, SectionSamples.Month, "fr");
        var others = new byte[4][];
        Parallel.For(0, others.Length, i => others[i] = Render(ReportSamples.Monthly, SectionSamples.Month, "fr"));
        Assert.All(others, bytes => Assert.Equal(first, bytes));
        Assert.InRange(first.Length, 1, 400 * 1024);
    }

    [Fact]
    public void Hostile_text_is_inert_on_every_page()
    {
        var text = PdfText.Read(Render(ReportSamples.Monthly, SectionSamples.Extreme, "fr"));

        // A NUL is what this reader finds for joined Arabic letters: it does not know the text that stands under them.
        Assert.DoesNotContain(text, character => character is '\u202E' or '\r' or '\n');
        Assert.Contains("<script>alert('x')</script>", text, StringComparison.Ordinal);
    }

    private static byte[] Render(SalesReports.Reports.Report report, IReadOnlyList<SectionView> sections, string language, Theme? theme = null) =>
        PdfRenderer.Render(ReportWording.Of(report, language, theme ?? ReportSamples.Theme), sections, theme ?? ReportSamples.Theme);

    private static string TextOf(Page page) => PdfText.Bare(string.Concat(page.Letters.Select(letter => letter.Value)));

    private static string OrderedFoot(Page page) =>
        PdfText.Bare(string.Concat(page.Letters.Where(letter => letter.StartBaseLine.Y < 30).OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)));
}
