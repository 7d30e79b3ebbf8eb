using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What holds in every report whatever its figures: bridges and movements close, and nothing undefined is shown as a number.</summary>
internal static class ReportLaws
{
    /// <summary>Every broken law in a report's JSON, with its place.</summary>
    public static IReadOnlyList<string> Broken(JsonNode? node, string path = "report") => node switch
    {
        JsonObject fields => [.. Closing(fields, path), .. Undefined(fields, path), .. fields.SelectMany(field => Broken(field.Value, $"{path}.{field.Key}"))],
        JsonArray rows => [.. rows.SelectMany((row, index) => Broken(row, $"{path}[{index}]"))],
        JsonValue value => [.. NoNumber(value, path)],
        _ => [],
    };

    /// <summary>from + volume + mix + price + cost + new + lost + other = to; opening + created + changed − won − lost + reopened − removed = closing.</summary>
    private static IEnumerable<string> Closing(JsonObject fields, string path)
    {
        if (fields.ContainsKey("from") && fields.ContainsKey("volume"))
        {
            var sum = Sum(fields, "from", "volume", "mix", "price", "cost", "new", "lost", "other");
            if (!Near(sum, Number(fields["to"])))
            {
                yield return $"{path}: the bridge comes to {sum}, not to {fields["to"]}";
            }
        }

        if (fields.ContainsKey("opening") && fields.ContainsKey("closing"))
        {
            var sum = Sum(fields, "opening", "created", "changed", "reopened") - Sum(fields, "won", "lost", "removed");
            if (!Near(sum, Number(fields["closing"])))
            {
                yield return $"{path}: the movement comes to {sum}, not to {fields["closing"]}";
            }
        }
    }

    /// <summary>Undefined has no value and a reason; a ratio over nothing has no value; a value of few has no colour.</summary>
    private static IEnumerable<string> Undefined(JsonObject fields, string path)
    {
        var status = fields["status"] is JsonValue text && text.TryGetValue<string>(out var word) ? word : null;
        if (status == "undefined" && (fields["value"] is not null || (fields.ContainsKey("reason") && string.IsNullOrEmpty(fields["reason"]?.ToString()))))
        {
            yield return $"{path}: undefined with value {fields["value"]?.ToJsonString() ?? "null"} and reason {fields["reason"]?.ToJsonString() ?? "null"}";
        }

        if (status is "ok" or "partial" && fields.ContainsKey("value") && fields["value"] is null)
        {
            yield return $"{path}: {status} without value";
        }

        if (Number(fields["denominator"]) == 0 && fields["value"] is not null)
        {
            yield return $"{path}: {fields["value"]} over a denominator of zero";
        }
    }

    /// <summary>Numbers are finite and no text stands for one that is not.</summary>
    private static IEnumerable<string> NoNumber(JsonValue value, string path)
    {
        var isText = value.GetValueKind() == JsonValueKind.String;
        if (isText && value.GetValue<string>() is "NaN" or "Infinity" or "-Infinity" or "∞")
        {
            yield return $"{path} is {value.ToJsonString()}";
        }
        else if (value.GetValueKind() == JsonValueKind.Number && Number(value) is null)
        {
            yield return $"{path} is {value.ToJsonString()}, beyond any amount";
        }
    }

    private static decimal Sum(JsonObject fields, params string[] names) => names.Sum(name => Number(fields[name]) ?? 0);

    private static bool Near(decimal sum, decimal? stated) => stated is { } total && Math.Abs(sum - total) <= 1e-9m * Math.Max(1, Math.Abs(total));

    private static decimal? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
