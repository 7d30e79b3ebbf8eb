using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesReports.Tests;

/// <summary>Holds a JSON value against the part of JSON Schema that our schemas use, and against keys they do not know.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Understood =
    [
        "type", "anyOf", "properties", "required", "additionalProperties", "items", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength", "format",
        "default", "examples", "description", "$schema", "$id", "title",
    ];

    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.EnumerateObject().FirstOrDefault(keyword => !Understood.Contains(keyword.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            return [$"{path} has a schema with {unknown.Name}, which is not looked at here"];
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            return choices.EnumerateArray().Select(choice => Faults(value, choice, path).ToList()).MinBy(faults => faults.Count)!;
        }

        if (!schema.TryGetProperty("type", out _) && !schema.TryGetProperty("enum", out _))
        {
            return [$"{path} has a schema that says nothing"];
        }

        if (schema.TryGetProperty("type", out _) && !Types(schema).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(schema).Contains("number")))
        {
            return [$"{path} is {TypeOf(value)}, not {string.Join(" or ", Types(schema))}"];
        }

        return OwnFaults(value, schema, path).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => ObjectFaults(value, schema, path),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.GetProperty("items"), $"{path}[{index}]")),
            _ => [],
        });
    }

    private static IEnumerable<string> OwnFaults(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("enum", out var known) && !known.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            yield return $"{path} is {value.GetRawText()}, none of {known.GetRawText()}";
        }

        if (value.ValueKind == JsonValueKind.Number && (value.GetDecimal() < Number(schema, "minimum") || value.GetDecimal() > Number(schema, "maximum")))
        {
            yield return $"{path} is {value.GetRawText()}, which is out of bounds";
        }

        if (value.ValueKind == JsonValueKind.String && !Fits(value.GetString()!, schema))
        {
            yield return $"{path} is \"{value.GetString()}\", which is not as its schema says";
        }
    }

    private static bool Fits(string text, JsonElement schema) =>
        !(text.Length < Number(schema, "minLength")) && !(text.Length > Number(schema, "maxLength"))
        && (!schema.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
        && (!schema.TryGetProperty("format", out var format) || format.GetString() switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => false,
        });

    private static decimal? Number(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var bound) ? bound.GetDecimal() : null;

    private static IEnumerable<string> ObjectFaults(JsonElement value, JsonElement schema, string path)
    {
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}.{name} is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(property =>
            schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var own) ? Faults(property.Value, own, $"{path}.{property.Name}")
            : !schema.TryGetProperty("additionalProperties", out var any) || any.ValueKind == JsonValueKind.False ? [$"{path}.{property.Name} is not described"]
            : any.ValueKind == JsonValueKind.True ? []
            : Faults(property.Value, any, $"{path}.{property.Name}")));
    }

    private static string[] Types(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
        ? [.. several.EnumerateArray().Select(type => type.GetString()!)]
        : [schema.GetProperty("type").GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.GetRawText().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
