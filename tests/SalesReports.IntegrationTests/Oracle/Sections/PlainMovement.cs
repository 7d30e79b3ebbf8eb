using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>How the open amount came from the period's start to its end. Source: metrics.md, pipeline movement.</summary>
internal static class PlainMovement
{
    public static JsonObject Of(PlainBook book, PlainPeriod period)
    {
        var flows = book.Lives.Select(life => life.Play(period.Start, period.End)).ToList();
        return new()
        {
            ["opening"] = flows.Sum(flow => flow.Opening),
            ["created"] = flows.Sum(flow => flow.Created),
            ["changed"] = flows.Sum(flow => flow.Changed),
            ["won"] = flows.Sum(flow => flow.Won),
            ["lost"] = flows.Sum(flow => flow.Lost),
            ["reopened"] = flows.Sum(flow => flow.Reopened),
            ["removed"] = flows.Sum(flow => flow.Removed),
            ["closing"] = flows.Sum(flow => flow.OpenAmount ?? 0),
        };
    }
}
