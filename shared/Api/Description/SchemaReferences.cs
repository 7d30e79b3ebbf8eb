using System.Text.Json.Nodes;

namespace SalesReports.Api;

/// <summary>
/// The exporter writes a type it has met before as a reference from the root of its own schema. Put into another document such a
/// reference points nowhere, so each is replaced by what it means; no type of a report holds itself.
/// </summary>
internal static class SchemaReferences
{
    private const string Reference = "$ref";

    public static JsonNode Resolved(JsonNode schema) => Resolve(schema, schema);

    private static JsonNode Resolve(JsonNode node, JsonNode root) => node switch
    {
        JsonObject { Count: > 0 } found when found[Reference]?.GetValue<string>() is { } pointer => Merge(Resolve(Target(root, pointer), root).AsObject(), found),
        JsonObject found => new JsonObject(found.Select(property => KeyValuePair.Create(property.Key, property.Value is null ? null : Resolve(property.Value, root)))),
        JsonArray found => new JsonArray([.. found.Select(item => item is null ? null : Resolve(item, root))]),
        _ => node.DeepClone(),
    };

    /// <summary>What stands beside a reference goes with it.</summary>
    private static JsonObject Merge(JsonObject target, JsonObject reference)
    {
        foreach (var (name, value) in reference.Where(property => property.Key != Reference))
        {
            target[name] = value?.DeepClone();
        }

        return target;
    }

    private static JsonNode Target(JsonNode root, string pointer) =>
        pointer.Split('/').Skip(1).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate(root, (node, part) => (node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node[part])
                ?? throw new InvalidOperationException($"The schema's reference {pointer} points nowhere."));
}
