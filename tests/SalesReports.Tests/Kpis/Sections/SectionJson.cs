using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Reports;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Sections as the report's JSON has them.</summary>
internal static class SectionJson
{
    public static JsonNode? Node(object? section) => JsonSerializer.SerializeToNode(section, ReportJson.Options);

    public static string Text(object? section) => JsonSerializer.Serialize(section, ReportJson.Options);

    /// <summary>Where the actual JSON differs by more than the tolerance; fields that nobody expects are not compared.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, decimal tolerance, string path = "$") => (expected, actual) switch
    {
        (null, null) => [],
        (JsonObject wanted, JsonObject found) => wanted.SelectMany(field =>
            found.ContainsKey(field.Key) ? Differences(field.Value, found[field.Key], tolerance, $"{path}.{field.Key}") : [$"{path}.{field.Key} is missing"]),
        (JsonArray wanted, JsonArray found) when wanted.Count == found.Count =>
            wanted.Zip(found).SelectMany((pair, index) => Differences(pair.First, pair.Second, tolerance, $"{path}[{index}]")),
        (JsonValue wanted, JsonValue found) when IsNumber(wanted) && IsNumber(found) && Math.Abs(Number(wanted) - Number(found)) <= tolerance => [],
        (JsonValue wanted, JsonValue found) when !IsNumber(wanted) && JsonNode.DeepEquals(wanted, found) => [],
        _ => [$"{path} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}"],
    };

    private static bool IsNumber(JsonValue value) => value.GetValueKind() == JsonValueKind.Number;

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
