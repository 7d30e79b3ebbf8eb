using System.Globalization;
using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Insights;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

/// <summary>Every section of a report in words: a lead, figures with reasons, charts with descriptions, in both languages the same figures.</summary>
public sealed class SectionViewsTests
{
    private static readonly string[] Monthly =
    [
        "insights", "decisions", "bridges", "marginAlarm", "company", "teams", "people", "funnel", "qualification", "marketing", "meeting", "customers", "callList", "digital", "friction", "crossSell", "forecast", "dataQuality", "definitions",
    ];

    public static TheoryData<int, string> Every { get; } = new(from report in Enumerable.Range(0, FullReports.All.Count) from language in Theme.Languages select (report, language));

    [Fact]
    public void A_month_has_all_sections_and_a_week_its_three()
    {
        Assert.Equal(Monthly, SectionViews.Of(FullReports.Month, "fr", ReportSamples.Theme).Select(section => section.Id));
        Assert.Equal(["insights", "decisions", "bridge", "teams", "funnel"], SectionViews.Of(FullReports.Week, "fr", ReportSamples.Theme).Select(section => section.Id));
    }

    [Fact]
    public void A_company_with_everything_shows_every_kind_of_chart()
    {
        var charts = SectionViews.Of(FullReports.Month, "en", ReportSamples.Theme).SelectMany(section => section.Blocks).OfType<ChartBlock>().Select(chart => chart.Data.GetType()).ToHashSet();

        Assert.Superset(new HashSet<Type> { typeof(WaterfallData), typeof(RankingData), typeof(FunnelData), typeof(ParetoData), typeof(HeatData), typeof(FanData), typeof(LinesData), typeof(StackedBarsData) }, charts);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_section_has_a_title_and_a_lead_and_every_cell_words(int report, string language) =>
        Assert.All(SectionViews.Of(FullReports.All[report], language, ReportSamples.Theme), section =>
        {
            Assert.NotEmpty(section.Title);
            Assert.True(section.Lead.Length > 10, section.Id);
            Assert.All(Texts(section), text => Assert.DoesNotContain(text, character => char.IsControl(character) || character is '\u202E'));
            Assert.All(Cells(section), cell => Assert.True(cell.Number is null || cell.Reason is null, $"{section.Id}: '{cell.Text}' has a value and a reason for none."));
            Assert.All(Cells(section).Where(cell => cell.Text == "–" && cell.Reason is null), cell => Assert.True(cell.Number is null, section.Id));
            Assert.All(section.Blocks.OfType<ChartBlock>(), chart => Assert.NotEmpty(chart.Description));
            Assert.All(section.Blocks.OfType<TableBlock>(), table => Assert.All(table.Rows.Concat(table.Total is { } total ? [total] : []), row => Assert.True(row.Cells.Count == table.Columns.Count || row.Cells.Count == 0, table.Id)));
        });

    [Fact]
    public void What_is_won_is_good_in_the_movement_of_the_pipeline()
    {
        var chart = (WaterfallData)SectionViews.Of(FullReports.Month, "en", ReportSamples.Theme).SelectMany(section => section.Blocks).OfType<ChartBlock>().Single(block => block.Id == "funnel.movement.chart").Data;
        Assert.Equal("green", chart.Steps.Single(step => step.Label == "Won").Colour);
        Assert.Equal("none", chart.Steps.Single(step => step.Label == "Lost").Colour);
    }

    [Fact]
    public void Tables_and_charts_have_ids_of_their_own() => Assert.All(FullReports.All, report =>
    {
        var ids = SectionViews.Of(report, "fr", ReportSamples.Theme).SelectMany(section => section.Blocks).Select(block => block is TableBlock table ? "t " + table.Id : block is ChartBlock chart ? "c " + chart.Id : null).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    });

    [Fact]
    public void Both_languages_show_the_same_numbers() => Assert.All(FullReports.All, report =>
        Assert.Equal(Numbers(report, "fr"), Numbers(report, "en")));

    [Fact]
    public void Money_in_a_cell_is_what_the_locale_data_says()
    {
        var report = FullReports.Month;
        var gross = report.Sections.Company!.Section!.Categories;
        Assert.All(gross, row =>
        {
            var percent = Math.Round(row.Share!.Value * 100, 1, MidpointRounding.AwayFromZero);
            var shown = SectionViews.Of(report, "fr", ReportSamples.Theme).Single(section => section.Id == "company").Blocks.OfType<TableBlock>().First(table => table.Id == "company.categories");
            Assert.Contains(shown.Rows, line => line.Cells[2].Text == percent.ToString("N1", CultureInfo.GetCultureInfo("fr-FR")).Replace('\u202F', '\u00A0') + "\u00A0%");
        });
    }

    [Fact]
    public void A_bridge_starts_moves_and_ends_where_the_report_says()
    {
        var bridge = FullReports.Week.Sections.Bridge!.Section!;
        var chart = (WaterfallData)SectionViews.Of(FullReports.Week, "fr", ReportSamples.Theme).Single(section => section.Id == "bridge").Blocks.OfType<ChartBlock>().Single().Data;

        Assert.Equal((bridge.From, bridge.To), (chart.From.Value!.Value, chart.To.Value!.Value));
        Assert.InRange(chart.From.Value.Value + chart.Steps.Sum(step => step.Value!.Value) - chart.To.Value.Value, -0.000001m, 0.000001m);
    }

    [Theory]
    [InlineData("fr", "Panier moyen : réagir à l’objectif manqué", "Marge brute : réagir à l’objectif manqué")]
    [InlineData("en", "Average order value: act on the missed target", "Gross margin: act on the missed target")]
    public void Each_missed_target_that_needs_a_decision_names_its_metric(string language, params string[] expected)
    {
        var week = ReportSamples.Weekly;
        string[] missed = ["average_order_value", "gross_margin"];
        var report = week with
        {
            Metrics = [.. week.Metrics.Select(metric => missed.Contains(metric.Id) ? metric with { Comparisons = metric.Comparisons with { Target = new Comparison(null, metric.Value!.Value + 0.1m, -0.1m, null, null) } } : metric)],
            Insights = [.. missed.Select(id => week.Metrics.Single(metric => metric.Id == id).Value!.Value).Select(value => new Insight(
                "target_missed", 4, new LocalText("…", "…"), new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["value"] = value, ["target"] = value + 0.1m, ["gap"] = -0.1m }))],
        };

        var table = SectionViews.Of(report, language, ReportSamples.Theme).Single(section => section.Id == "decisions").Blocks.OfType<TableBlock>().Single();

        Assert.Equal(expected, table.Rows.Select(row => row.Cells[0].Text.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Without_any_fact_each_section_says_why_in_its_one_line() => Assert.All(
        SectionViews.Of(FullReports.Nothing, "en", ReportSamples.Theme).Where(section => section.Id is not ("dataQuality" or "definitions" or "insights" or "decisions")),
        section => Assert.True(section.Blocks.Count == 0 && section.Lead.EndsWith('.'), section.Id));

    private static IEnumerable<Cell> Cells(SectionView section) => section.Blocks.SelectMany(block => block switch
    {
        TableBlock table => table.Rows.Append(table.Total ?? new TableRow([])).SelectMany(row => row.Cells),
        TilesBlock tiles => tiles.Tiles.Select(tile => tile.Value),
        _ => [],
    });

    private static IEnumerable<string> Texts(SectionView section) =>
        Cells(section).Select(cell => cell.Text).Concat(section.Blocks.OfType<NotesBlock>().SelectMany(notes => notes.Lines)).Append(section.Lead).Append(section.Title);

    private static List<decimal> Numbers(Report report, string language) =>
        [.. SectionViews.Of(report, language, ReportSamples.Theme).SelectMany(Cells).Select(cell => cell.Number).OfType<decimal>()];
}
