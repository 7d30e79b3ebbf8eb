using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.Forecast;

namespace SalesReports.Documents.Content.Sections;

/// <summary>The company's month by its dimensions, how much hangs on few customers, and what the sales cost.</summary>
internal static class CompanyView
{
    private const int BarsShown = 10;

    public static SectionView Of(SectionResult<CompanySection> result, SectionWords say) => say.Of("company", result, company => say.Section(
        "company",
        Lead(company, say),
        [
            new TilesBlock(
            [
                say.Tile("topCustomers.top1", say.Say("company.top1"), company.TopCustomers.Top1),
                say.Tile("topCustomers.top5", say.Say("company.top5"), company.TopCustomers.Top5),
                say.Tile("topCustomers.top10", say.Say("company.top10"), company.TopCustomers.Top10),
                say.Tile("revenuePerRep", say.Say("company.revenuePerRep"), company.RevenuePerRep),
                Cost(company, say),
                say.Tile("priceRealisation", say.Say("company.priceRealisation"), company.PriceRealisation),
            ]),
            .. Trend(say),
            .. Breakdown("categories", company.Categories, say, name => name),
            .. Breakdown("segments", company.Segments, say, name => name),
            .. Breakdown("territories", company.Territories, say, name => name),
            .. Breakdown("channels", company.Channels, say, name => say.Words.Code("channel", name)),
            .. company.ForecastAccuracy is { } accuracy ? [Accuracy(accuracy, say)] : Array.Empty<Block>(),
        ]));

    private static string Lead(CompanySection company, SectionWords say)
    {
        var largest = company.Categories.MaxBy(row => row.Revenue.Value);
        return say.Say("company.lead", say.Cells.Of(company.TopCustomers.Top10).Text, say.Cells.Name(largest?.Name).Text, say.Cells.Ratio(largest?.Share).Text);
    }

    /// <summary>Margin and conversion over the periods of the report's history, where one of them is known.</summary>
    private static IEnumerable<Block> Trend(SectionWords say)
    {
        var metrics = say.Report.Metrics.Where(metric => metric.Id is "gross_margin" or "win_rate" && metric.History.Any(point => point.Value is not null)).ToList();
        if (metrics.Count == 0)
        {
            yield break;
        }

        List<ChartLine> lines = [.. metrics.Select(metric => new ChartLine(say.Metric(metric.Id), [.. metric.History.Select(point => say.Charts.Ratio(Tick(point.Period, say), point.Value))]))];
        yield return new ChartBlock(
            "company.trend", say.Say("company.trend", string.Join(", ", lines.Select(line => line.Name)), say.Say("unit.ratio")),
            string.Join(" · ", lines.Select(line => $"{line.Name}{say.Words.Colon}{ChartWords.Described(line.Values)}")),
            new LinesData([.. metrics[0].History.Select(point => Tick(point.Period, say))], lines) { Unit = say.Say("unit.ratio"), UnitSize = 0.01m });
    }

    private static string Tick(string period, SectionWords say) => Calendar.Period.TryParse(period, out var known) ? say.Words.Dates.Tick(known) : period;

    private static Tile Cost(CompanySection company, SectionWords say)
    {
        var tile = say.Tile("costOverRevenue", say.Say("company.costOverRevenue"), company.CostOverRevenue);
        return tile.Value.Number is null ? tile : tile with { Detail = say.Say(company.CostBasis == "loaded" ? "company.loaded" : "company.paid") };
    }

    private static IEnumerable<Block> Breakdown(string id, IReadOnlyList<BreakdownRow> rows, SectionWords say, Func<string, string> named)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var title = say.Say($"company.{id}");
        List<ChartValue> bars = [.. rows.OrderByDescending(row => row.Revenue.Value).Take(BarsShown).Select(row => say.Charts.Money(NameOf(row), row.Revenue.Value))];
        yield return say.Charts.Ranking($"company.{id}.chart", say.Say("company.chart", title.ToLowerInvariant()), bars);
        yield return SectionWords.Table(
            $"company.{id}", title,
            [say.Name("col.name"), say.Number("col.revenue", ColumnKind.Money), say.Number("col.share", ColumnKind.Ratio), say.Number("col.margin", ColumnKind.Ratio)],
            rows.Select(row => SectionWords.Row(new Cell(NameOf(row)), say.Cells.Of(row.Revenue), say.Cells.Ratio(row.Share), say.Cells.Of(row.GrossMargin))));

        string NameOf(BreakdownRow row) => row.Name is { } name ? say.Cells.Name(named(name)).Text : say.Say("none");
    }

    private static NotesBlock Accuracy(ForecastAccuracy accuracy, SectionWords say) =>
        new([say.Say("company.accuracy", say.Cells.Ratio(accuracy.Wape).Text, say.Count(accuracy.N))]);
}
