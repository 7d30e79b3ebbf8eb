using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What each rep did. Source: metrics.md, people.</summary>
internal static class PlainPeople
{
    public static JsonObject Of(PlainBook book, PlainPeriod month) => new() { ["people"] = new JsonArray([.. book.Reps(month.Start, month.End).Select(rep => Row(book.Of("rep:" + rep), rep, month))]) };

    private static JsonObject Row(PlainBook own, string rep, PlainPeriod month)
    {
        var (metrics, target) = (own.Metrics, new PlainTargets(own.World.Targets, "rep:" + rep).For("revenue", month));
        return new()
        {
            ["id"] = rep,
            ["opportunitiesCreated"] = own.World.Deals.Count(deal => deal.Created >= month.Start && deal.Created < month.End),
            ["winRate"] = metrics.WinRate(month.Start, month.End).Value,
            ["averageOrderValue"] = metrics.AverageOrder(month.Start, month.End).Value,
            ["salesCycle"] = metrics.Cycle(month.Start, month.End).Figure.Value,
            ["discountGiven"] = 1 - PlainRealisation.Of(own.Lines(month.Start, month.End)).Value,
            ["revenue"] = metrics.Revenue(month.Start, month.End).Value,
            ["grossMargin"] = metrics.Margin(month.Start, month.End).Value,
            ["attainment"] = metrics.Revenue(month.Start, month.End).Value is { } revenue ? revenue.Over(target) : null,
        };
    }
}
