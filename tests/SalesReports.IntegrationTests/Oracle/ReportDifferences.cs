using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Holds a report's metrics against expected ones, and against what rule 4 says of every figure.</summary>
internal static class ReportDifferences
{
    /// <param name="expected">Metric id to expected fields.</param>
    public static IReadOnlyList<string> Of(JsonObject expected, JsonNode report, decimal tolerance)
    {
        var metrics = new JsonObject(report["metrics"]!.AsArray().Select(metric => KeyValuePair.Create(metric!["id"]!.GetValue<string>(), (JsonNode?)metric.DeepClone())));
        var period = report["period"]!.GetValue<string>();
        return
        [
            .. FigureDifferences.Of(Head(PlainPeriod.Parse(period), metrics), report, 0, "report"),
            .. FigureDifferences.Of(expected, metrics, tolerance, period),
            .. metrics.SelectMany(metric => Contradictions(metric.Value!, $"{period}.{metric.Key}")),
        ];
    }

    /// <summary>What http-api.md says of the head: the period's own days, and a gap for each figure that is not ok.</summary>
    private static JsonObject Head(PlainPeriod period, JsonObject metrics) => new()
    {
        ["schemaVersion"] = 1,
        ["kind"] = period.IsWeek ? "weekly" : "monthly",
        ["start"] = period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["end"] = period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["scope"] = "company",
        ["complete"] = true,
        ["sections"] = new JsonObject(),
        ["gaps"] = new JsonArray([.. metrics.Where(metric => metric.Value!["status"]!.GetValue<string>() != "ok").Select(metric =>
            new JsonObject { ["metric"] = metric.Key, ["status"] = metric.Value!["status"]!.GetValue<string>() })]),
    };

    private static IEnumerable<string> Contradictions(JsonNode metric, string path)
    {
        var (status, value, reason) = (metric["status"]!.GetValue<string>(), metric["value"], metric["reason"]?.GetValue<string>());
        if (status is not ("ok" or "partial" or "undefined") || (status == "undefined") != (value is null))
        {
            yield return $"{path}: status {status} with value {value?.ToJsonString() ?? "null"}";
        }

        if ((status == "ok") != string.IsNullOrEmpty(reason))
        {
            yield return $"{path}: status {status} with reason {reason ?? "null"}";
        }

        if (metric["history"]!.AsArray() is not { Count: 13 })
        {
            yield return $"{path}: history has {metric["history"]!.AsArray().Count} entries";
        }
    }
}
