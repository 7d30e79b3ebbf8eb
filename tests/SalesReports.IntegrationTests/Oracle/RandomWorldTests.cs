using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Made-up worlds, calculated twice: by the product's pure middle and by the oracle. A failure names its seed.</summary>
public sealed class RandomWorldTests
{
    private const decimal Tolerance = 1e-9m;

    /// <summary>The worlds are those of the seeds 1 to 200, or to the environment variable RANDOM_WORLDS.</summary>
    private static readonly int s_worlds =
        int.TryParse(Environment.GetEnvironmentVariable("RANDOM_WORLDS"), CultureInfo.InvariantCulture, out var more) ? more : 200;

    [Fact]
    public void Every_field_of_every_metric_agrees_in_random_worlds()
    {
        var differences = Enumerable.Range(1, s_worlds).AsParallel().WithDegreeOfParallelism(2).SelectMany(Differences).Take(40).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void The_random_worlds_show_every_metric_in_every_state()
    {
        var metrics = Enumerable.Range(1, 120).AsParallel().WithDegreeOfParallelism(2)
            .SelectMany(seed => Expected(new RandomWorld(seed)).SelectMany(report => report.Report.Select(metric => (metric.Key, Value: metric.Value!))))
            .ToList();
        string[] states =
        [
            .. PlainReport.Ids.SelectMany(id => id == "win_rate" ? ["win_rate ok", "win_rate undefined"] : new[] { $"{id} ok", $"{id} partial", $"{id} undefined" }),
            .. PlainReport.Ids.SelectMany(id => new[] { $"{id} green", $"{id} red" }),
            .. PlainReport.Ids.Except(["cac", "ltv"]).Select(id => $"{id} amber"),
            .. PlainReport.Ids.Where(id => id is not ("win_rate" or "gross_margin")).Select(id => $"{id} relative"),
            "revenue new", "revenue negative_base", "cac paid", "cac loaded", "average_order_value small", "sales_cycle small",
        ];
        Assert.Empty(states.Except(metrics.SelectMany(metric => States(metric.Key, metric.Value))));
    }

    private static IEnumerable<string> States(string id, JsonNode metric)
    {
        yield return $"{id} {metric["status"]}";
        yield return $"{id} {metric["colour"]}";
        yield return $"{id} {metric["basis"]}";
        if (metric["smallSample"]!.GetValue<bool>())
        {
            yield return $"{id} small";
        }

        foreach (var (_, comparison) in metric["comparisons"]!.AsObject())
        {
            yield return $"{id} {comparison?["relativeReason"]}";
            yield return comparison?["relative"] is null ? "" : $"{id} relative";
        }
    }

    private static IEnumerable<string> Differences(int seed)
    {
        var world = new RandomWorld(seed);
        var product = new PureProduct(world.Facts, world.Settings);
        return Expected(world).SelectMany(expected => ReportDifferences.Of(expected.Report, product.Report(expected.Period), Tolerance))
            .Select(difference => $"seed {seed}: {difference}");
    }

    private static IEnumerable<(string Period, JsonObject Report)> Expected(RandomWorld world)
    {
        var oracle = new PlainReport(PlainReading.Read(world.Facts, world.Settings));
        return world.Periods(5).Select(period => (period, oracle.Of(PlainPeriod.Parse(period))));
    }
}
