using System.Text.Json;

namespace SalesReports.Tests.Api;

/// <summary>Holds a JSON value against the part of JSON Schema that our schemas use, and against keys they do not know.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            return choices.EnumerateArray().Select(choice => Faults(value, choice, path).ToList()).MinBy(faults => faults.Count)!;
        }

        if (schema.TryGetProperty("$ref", out _) || !schema.TryGetProperty("type", out _))
        {
            return [$"{path} has a schema that is not plain"];
        }

        if (!Types(schema).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(schema).Contains("number")))
        {
            return [$"{path} is {TypeOf(value)}, not {string.Join(" or ", Types(schema))}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => ObjectFaults(value, schema, path),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.GetProperty("items"), $"{path}[{index}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> ObjectFaults(JsonElement value, JsonElement schema, string path)
    {
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}.{name} is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(property =>
            schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var own) ? Faults(property.Value, own, $"{path}.{property.Name}")
            : schema.TryGetProperty("additionalProperties", out var any) ? Faults(property.Value, any, $"{path}.{property.Name}")
            : [$"{path}.{property.Name} is not described"]));
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
