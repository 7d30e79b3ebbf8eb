using System.Text.Json;
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

    /// <summary>What tells rows apart; the first that a row has.</summary>
    private static readonly string[][] s_keys = [["opportunityId"], ["source", "cohort"], ["first", "second"], ["id"], ["customerId"], ["source"], ["reason"]];

    /// <param name="tolerance">Of a number of size 1 or less absolute, of larger ones relative.</param>
    public static IReadOnlyList<string> Of(JsonNode? expected, JsonNode? actual, decimal tolerance, string path = "sections") =>
        FigureDifferences.Of(Keyed(expected, ""), Keyed(Told(expected, actual), ""), tolerance, path);

    /// <summary>
    /// What is shown as fully as the expectation asks: a figure by its value where a number is expected, named rows by their ids or
    /// as a map where those are, and a section that is undefined as the expectation where that says nothing either.
    /// </summary>
    private static JsonNode? Told(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject wanted, JsonObject given) when IsUndefined(given) && !wanted.ContainsKey("value") => SaysNothing(wanted) ? wanted.DeepClone() : given.DeepClone(),
        (JsonObject wanted, JsonObject given) => new JsonObject(given.Select(field => KeyValuePair.Create(field.Key, Told(wanted[field.Key], field.Value)))),
        (JsonObject, JsonArray rows) when rows.All(row => row?["id"] is not null && row.AsObject().ContainsKey("value")) =>
            new JsonObject(rows.Select(row => KeyValuePair.Create(row!["id"]!.GetValue<string>(), row["value"]?.DeepClone()))),
        (JsonArray wanted, JsonArray rows) when wanted.All(id => id is JsonValue) && rows.All(row => row is JsonObject fields && fields.ContainsKey("id")) =>
            new JsonArray([.. rows.Select(row => row!["id"]?.DeepClone())]),
        (JsonArray wanted, JsonArray rows) => Rows(wanted, rows),
        (not JsonObject, JsonObject figure) when figure.ContainsKey("unit") && figure.ContainsKey("status") => figure["value"]?.DeepClone(),
        (null, JsonObject section) when IsUndefined(section) => null,
        _ => actual?.DeepClone(),
    };

    /// <summary>Each row as fully as the expected rows are told: by the expected row of its key, else of its place.</summary>
    private static JsonArray Rows(JsonArray wanted, JsonArray rows)
    {
        var byKey = wanted.OfType<JsonObject>().Where(row => KeyOf(row).Length > 0).DistinctBy(KeyOf).ToDictionary(KeyOf, StringComparer.Ordinal);
        return [.. rows.Select((row, index) => Told(row is JsonObject fields && byKey.TryGetValue(KeyOf(fields), out var own) ? own : wanted.ElementAtOrDefault(index), row))];
    }

    private static bool IsUndefined(JsonObject section) => section["status"] is JsonValue status && status.TryGetValue<string>(out var word) && word == "undefined" && !section.ContainsKey("value");

    private static bool SaysNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonObject fields => fields.All(field => SaysNothing(field.Value) || field.Key is "status" or "comparison" or "comparisonPeriod" or "stage" or "position" or "id"),
        JsonArray rows => rows.All(SaysNothing),
        _ => node.GetValueKind() == JsonValueKind.False || (node.GetValueKind() == JsonValueKind.Number && node.ToJsonString() is "0" or "0.0"),
    };

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
            var key = KeyOf(row!.AsObject());
            keyed[keyed.ContainsKey(key) ? $"{key} again" : key] = Keyed(row, "");
        }

        return keyed;
    }

    private static string KeyOf(JsonObject row) => string.Join(
        ' ', (s_keys.FirstOrDefault(columns => columns.All(row.ContainsKey)) ?? []).Select(column => row[column]?.ToString() ?? "none"));
}
