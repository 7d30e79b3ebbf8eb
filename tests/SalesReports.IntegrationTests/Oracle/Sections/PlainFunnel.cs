using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>How deals leave the stages. Source: metrics.md, funnel.</summary>
internal static class PlainFunnel
{
    public static JsonObject Of(PlainBook book, PlainPeriod period)
    {
        var movement = PlainMovement.Of(book, period);
        if (!book.LivesKnown(period.End).Any(life => life.Deal.StageHistory.Count > 0))
        {
            return new() { ["stages"] = new JsonArray(), ["worst"] = null, ["movement"] = movement };
        }

        var exits = Exits(book, period.Start, period.End);
        var rows = book.World.Stages.OrderBy(stage => stage.Pipeline, StringComparer.Ordinal).ThenBy(stage => stage.Position).Select(stage => (Stage: stage, Exits: exits.Where(exit => IsOf(exit, stage)).ToList())).ToList();
        var worst = rows.Where(row => row.Exits.Count >= book.World.Settings.MinimumSample).OrderBy(row => Rate(row.Exits)).FirstOrDefault();
        return new()
        {
            ["stages"] = new JsonArray([.. rows.Select(row => Row(row.Stage, row.Exits))]),
            ["worst"] = worst.Stage?.Name,
            ["movement"] = movement,
        };
    }

    /// <summary>The exits of <c>[from, to)</c> of all deals.</summary>
    public static IReadOnlyList<PlainExit> Exits(PlainBook book, DateOnly from, DateOnly to) =>
        [.. book.Lives.SelectMany(life => PlainStays.Of(life, book.World, to).Exits).Where(exit => exit.Day >= from)];

    public static bool IsOf(PlainExit exit, PlainStage stage) => exit.Stage == stage.Name && (exit.Pipeline ?? "") == (stage.Pipeline ?? "");

    private static JsonObject Row(PlainStage stage, List<PlainExit> exits) => new()
    {
        ["stage"] = stage.Name,
        ["position"] = stage.Position,
        ["exits"] = exits.Count,
        ["forward"] = exits.Count(exit => exit.Way == "forward"),
        ["back"] = exits.Count(exit => exit.Way == "back"),
        ["lost"] = exits.Count(exit => exit.Way == "lost"),
        ["rate"] = Rate(exits),
        ["medianDays"] = exits.Select(exit => (decimal)exit.Days).Median(),
    };

    private static decimal? Rate(List<PlainExit> exits) => ((decimal)exits.Count(exit => exit.Way == "forward")).Over(exits.Count);
}
