using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Where a report's JSON differs from what is expected of it: every expected field must be there, exact but for the tolerance.</summary>
internal static class FigureDifferences
{
    /// <param name="tolerance">Of a number of size 1 or less absolute, of larger ones relative.</param>
    public static IReadOnlyList<string> Of(JsonNode? expected, JsonNode? actual, decimal tolerance, string path)
    {
        var differences = new List<string>();
        Compare(expected, actual, tolerance, path, differences);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, decimal tolerance, string path, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject given):
                foreach (var (name, value) in wanted)
                {
                    if (given.TryGetPropertyValue(name, out var found))
                    {
                        Compare(value, found, tolerance, $"{path}.{name}", differences);
                    }
                    else
                    {
                        differences.Add($"{path}.{name} is missing, expected {Shown(value)}");
                    }
                }

                break;
            case (JsonArray wanted, JsonArray given) when wanted.Count == given.Count:
                for (var i = 0; i < wanted.Count; i++)
                {
                    Compare(wanted[i], given[i], tolerance, $"{path}[{i}]", differences);
                }

                break;
            default:
                if (!Same(expected, actual, tolerance))
                {
                    differences.Add($"{path} is {Shown(actual)}, expected {Shown(expected)}");
                }

                break;
        }
    }

    private static bool Same(JsonNode? expected, JsonNode? actual, decimal tolerance) => (Number(expected), Number(actual)) switch
    {
        ({ } wanted, { } given) => Math.Abs(wanted - given) <= tolerance * Math.Max(1, Math.Abs(wanted)),
        (null, null) => JsonNode.DeepEquals(expected, actual),
        _ => false,
    };

    private static decimal? Number(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;

    private static string Shown(JsonNode? node) => node?.ToJsonString() ?? "null";
}
