using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each rep did. Source: metrics.md, people.</summary>
internal static class PlainPeople
{
    public static JsonArray Of(PlainBook book, PlainPeriod month) => [.. book.Reps(month.Start, month.End).Select(rep => Row(book.World.Cut("rep:" + rep), rep, month))];

    private static JsonObject Row(PlainWorld own, string rep, PlainPeriod month)
    {
        var (metrics, target) = (new PlainMetrics(own), new PlainTargets(own.Targets, "rep:" + rep).For("revenue", month));
        var lines = own.Sales().Where(sale => sale.Day >= month.Start && sale.Day < month.End).SelectMany(sale => sale.Lines);
        return new()
        {
            ["id"] = rep,
            ["opportunitiesCreated"] = own.Deals.Count(deal => deal.Created >= month.Start && deal.Created < month.End),
            ["winRate"] = metrics.WinRate(month.Start, month.End).Value,
            ["averageOrderValue"] = metrics.AverageOrder(month.Start, month.End).Value,
            ["salesCycle"] = metrics.Cycle(month.Start, month.End).Figure.Value,
            ["discount"] = 1 - PlainRealisation.Of(lines).Value,
            ["grossMargin"] = metrics.Margin(month.Start, month.End).Value,
            ["quotaAttainment"] = metrics.Revenue(month.Start, month.End).Value is { } revenue ? revenue.Over(target) : null,
        };
    }
}
