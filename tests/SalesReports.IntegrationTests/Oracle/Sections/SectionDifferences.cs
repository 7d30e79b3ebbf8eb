using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>
/// Where a report's sections differ from expected ones. Every expected field must be there; more may be. Lists whose order the
/// text gives are compared in order, the others by what identifies their rows.
/// </summary>
internal static class SectionDifferences
{
    /// <summary>Lists with an order of their own: stages by position, classes by revenue, calls by revenue at risk, the two bridges.</summary>
    private static readonly string[] s_ordered = ["stages", "abc", "callList", "revenue", "margin"];

    private static readonly string[] s_keys = ["id", "opportunityId", "customerId", "source", "cohort", "a", "b"];

    /// <param name="tolerance">Of a number of size 1 or less absolute, of larger ones relative.</param>
    public static IReadOnlyList<string> Of(JsonNode? expected, JsonNode? actual, decimal tolerance, string path = "sections") =>
        FigureDifferences.Of(Keyed(expected, ""), Keyed(actual, ""), tolerance, path);

    /// <summary>The same with every list that has no order turned into an object by key.</summary>
    private static JsonNode? Keyed(JsonNode? node, string name) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Keyed(field.Value, field.Key)))),
        JsonArray rows when !s_ordered.Contains(name) && rows.All(row => row is JsonObject) => ByKey(rows),
        JsonArray rows => new JsonArray([.. rows.Select(row => Keyed(row, name))]),
        _ => node?.DeepClone(),
    };

    /// <summary>How many there are is compared too, so that a row too many shows.</summary>
    private static JsonObject ByKey(JsonArray rows)
    {
        var keyed = new JsonObject { ["count"] = rows.Count };
        foreach (var row in rows)
        {
            var key = string.Join(' ', s_keys.Select(column => row![column]?.ToString()).OfType<string>());
            keyed[keyed.ContainsKey(key) ? $"{key} again" : key] = Keyed(row, "");
        }

        return keyed;
    }
}
