using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents.ReadBack;

/// <summary>All sections of a whole report read back from every drawing: the same figures, in the same places, in the formats of the language.</summary>
public sealed partial class EveryFigureTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static TheoryData<string, string> Every { get; } = new(from kind in new[] { "weekly", "monthly" } from language in Theme.Languages select (kind, language));

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_figure_of_a_section_stands_in_the_json(string kind, string language)
    {
        using var json = JsonDocument.Parse(ReportJson.Write(ReportOf(kind)));
        var known = NumbersOf(json.RootElement).ToHashSet();
        var differences = known.Where(number => number == Math.Floor(number) && Math.Abs(number) < 10_000).ToList();

        Assert.All(Figures(kind, language), figure => Assert.True(
            known.Contains(figure.Number) || known.Contains(-figure.Number) || figure.IsSum || (figure.Kind == ColumnKind.Count && differences.Exists(one => known.Contains(one - figure.Number))),
            $"{figure.Where} shows {figure.Number}, which the JSON lacks."));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_figure_is_written_as_its_language_does(string kind, string language) => Assert.All(Figures(kind, language), figure =>
    {
        var shown = PdfText.Bare(figure.Text).TrimStart('+').TrimEnd('*');
        var expected = shown.EndsWith("pt", StringComparison.Ordinal) ? FigureWriting.Points(figure.Number, language == "fr") : FigureWriting.Of(figure.Number, figure.Kind, language == "fr");
        Assert.True(expected == shown, $"{figure.Where}: '{shown}' instead of '{expected}'.");
    });

    [Theory]
    [MemberData(nameof(Every))]
    public void The_page_shows_every_figure_in_its_place(string kind, string language) =>
        Assert.Empty(PageReading.Differences(Page(kind, language), Sections(kind, language)));

    [Theory]
    [MemberData(nameof(Every))]
    public void The_workbook_holds_every_figure_as_a_number_in_its_cell(string kind, string language) =>
        Assert.Empty(WorkbookReading.Differences(Drawn("xlsx", kind, language), Sections(kind, language), language == "fr"));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_pages_of_the_month_show_every_figure_in_order(string language) =>
        Assert.Empty(PdfReading.Missing(PdfText.Read(Drawn("pdf", "monthly", language)), Sections("monthly", language)));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_page_of_the_week_shows_cards_what_moved_the_funnel_and_the_teams(string language)
    {
        var text = PdfText.Read(Drawn("pdf", "weekly", language));
        var sections = Sections("weekly", language);
        var charts = sections.SelectMany(section => section.Blocks).OfType<ChartBlock>().ToList();
        var funnel = (FunnelData)charts.First(chart => chart.Data is FunnelData).Data;
        var moved = (WaterfallData)charts.First(chart => chart.Id.StartsWith("bridge", StringComparison.Ordinal)).Data;
        var teams = sections.Single(section => section.Id == "teams").Blocks.OfType<TableBlock>().First();
        string[] figures =
        [
            Label(moved.From, moved.UnitSize, language), Label(moved.To, moved.UnitSize, language),
            .. ReportWording.Of(ReportOf("weekly"), language, ReportSamples.Theme).Cards.Select(card => card.Value),
            .. funnel.Stages.SelectMany(stage => new[] { stage.Value.Text, stage.Rate }),
            .. teams.Rows.Select(row => row.Cells[1].Text),
        ];

        Assert.All(figures.Select(PdfText.Bare), figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void The_mail_shows_the_cards_and_what_stands_out(string kind, string language)
    {
        var mail = _services.GetRequiredService<IMailBodyRenderer>().Render(ReportOf(kind), language, ReportSamples.Theme, []);
        var view = ReportWording.Of(ReportOf(kind), language, ReportSamples.Theme);
        var html = PdfText.Bare(WebUtility.HtmlDecode(Tags().Replace(mail.Html, "")));
        var text = PdfText.Bare(mail.Text);

        Assert.All(view.Cards, card =>
        {
            Assert.Contains(PdfText.Bare(card.Name + card.Value + card.Verdict), html, StringComparison.Ordinal);
            Assert.Contains(PdfText.Bare(card.Name + view.Words.Colon + card.Row[0] + "–" + card.Verdict), text, StringComparison.Ordinal);
            Assert.All(card.Lines, line => Assert.Contains(PdfText.Bare(line.Label + line.Value), html, StringComparison.Ordinal));
            Assert.All(card.Lines, line => Assert.Contains(PdfText.Bare(line.Label + line.Value), text, StringComparison.Ordinal));
        });
        Assert.All(view.Insights, insight => Assert.Contains(PdfText.Bare(insight), html, StringComparison.Ordinal));
        Assert.All(view.Insights, insight => Assert.Contains(PdfText.Bare(insight), text, StringComparison.Ordinal));
    }

    /// <summary>The readings above are worth something only if they see a single figure that differs, in whatever section.</summary>
    [Fact]
    public void A_figure_that_differs_by_a_cent_in_any_section_is_found_in_every_drawing()
    {
        var (page, workbook, pages) = (Page("monthly", "en"), Drawn("xlsx", "monthly", "en"), PdfText.Read(Drawn("pdf", "monthly", "en")));
        var sections = Sections("monthly", "en");
        var nudged = Enumerable.Range(0, sections.Count).Where(i => Figures([sections[i]]).Any()).Select(i => (sections[i].Id, Sections: sections.Select((section, j) => i == j ? Nudged(section) : section).ToList())).ToList();

        Assert.True(nudged.Count >= 14, $"Only {nudged.Count} sections have figures.");
        Assert.All(nudged, one =>
        {
            Assert.NotEmpty(PageReading.Differences(page, one.Sections));
            Assert.NotEmpty(PdfReading.Missing(pages, one.Sections));
            Assert.Contains(WorkbookReading.Differences(workbook, one.Sections, french: false), difference => difference.StartsWith(one.Id, StringComparison.Ordinal));
        });
    }

    /// <summary>The first figure of a section, another one.</summary>
    private static SectionView Nudged(SectionView section)
    {
        var done = false;
        Cell Other(Cell cell)
        {
            if (done || cell.Number is not { } number)
            {
                return cell;
            }

            done = true;
            return cell with { Text = $"9{cell.Text}7", Number = number + 0.01m };
        }

        return section with
        {
            Blocks = [.. section.Blocks.Select(block => block switch
            {
                TilesBlock tiles => new TilesBlock([.. tiles.Tiles.Select(tile => tile with { Value = Other(tile.Value) })]),
                TableBlock table => table with { Rows = [.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(Other)]))] },
                _ => block,
            })],
        };
    }

    private static Report ReportOf(string kind) => kind == "weekly" ? FullReports.Week : FullReports.Month;

    private static IReadOnlyList<SectionView> Sections(string kind, string language) => SectionViews.Of(ReportOf(kind), language, ReportSamples.Theme);

    private string Page(string kind, string language) => Encoding.UTF8.GetString(Drawn("html", kind, language));

    private byte[] Drawn(string format, string kind, string language) =>
        _services.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == format).Render(ReportOf(kind), language, ReportSamples.Theme);

    private static IEnumerable<Figure> Figures(string kind, string language) => Figures(Sections(kind, language));

    private static IEnumerable<Figure> Figures(IEnumerable<SectionView> sections) =>
        sections.SelectMany(section => section.Blocks.SelectMany(Figures).Select(figure => figure with { Where = $"{section.Id}, {figure.Where}" }));

    private static IEnumerable<Figure> Figures(Block block) => block switch
    {
        TilesBlock tiles => tiles.Tiles.Where(tile => tile.Value.Number is not null).Select(tile => new Figure(tile.Id, tile.Value.Text, tile.Value.Number!.Value, tile.Value.Unit!.Value)),
        TableBlock table => table.Rows.SelectMany(row => Figures(table, row)).Concat(table.Total is { } total ? Figures(table, total).Select(figure => figure with { IsSum = IsSum(table, figure.Number) }) : []),
        _ => [],
    };

    private static IEnumerable<Figure> Figures(TableBlock table, TableRow row) =>
        row.Cells.Zip(table.Columns).Where(pair => pair.First.Number is not null).Select(pair => new Figure(table.Id, pair.First.Text, pair.First.Number!.Value, pair.First.Unit ?? pair.Second.Kind));

    private static bool IsSum(TableBlock table, decimal total) =>
        Enumerable.Range(0, table.Columns.Count).Any(column => table.Rows.Sum(row => row.Cells[column].Number ?? 0) == total);

    /// <summary>Over a bar there is room for a short text; else the number in the unit of the axis.</summary>
    private static string Label(ChartValue value, decimal unit, string language) => value.Text.Length <= 9
        ? value.Text
        : FigureWriting.Of(Math.Round(value.Value!.Value / unit, MidpointRounding.AwayFromZero), ColumnKind.Count, language == "fr");

    /// <summary>Every number, and how many there are of each list.</summary>
    private static IEnumerable<decimal> NumbersOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDecimal()],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NumbersOf).Append(element.GetArrayLength()),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => NumbersOf(property.Value)),
        _ => [],
    };

    /// <param name="IsSum">The total of a column that adds up to it.</param>
    private sealed record Figure(string Where, string Text, decimal Number, ColumnKind Kind, bool IsSum = false);

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
