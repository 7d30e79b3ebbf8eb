using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>
/// Reads a JSON body held against its record. The host's own binding would answer a malformed one with 500; a name that is not
/// known is refused, because a misspelt field that is ignored does something else than was asked.
/// </summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Options = Create();

    /// <exception cref="ProblemException">413, 415, or 400 with the field at fault.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, Route route, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await RawBody.ReadAsync(request, route, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            RefuseUnknown(document.RootElement, typeof(T), "");
            return document.RootElement.Deserialize<T>(Options) ?? throw Refused("", "null", "The body is a JSON object, not null.", []);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is text to the parser, and no text to whoever reads it.
            var field = (malformed as JsonException)?.Path?.TrimStart('$', '.') ?? "";
            throw Refused(field, null, field.Length == 0 ? "The body is not JSON of the kind that this address takes." : $"{Problems.Clean(field)} is not of the type that it should be.", []);
        }
    }

    private static void RefuseUnknown(JsonElement value, Type type, string path)
    {
        var info = Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (info.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array && info.ElementType is { } element)
        {
            foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
            {
                RefuseUnknown(item, element, $"{path}[{Words.Of(index)}]");
            }
        }

        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Refused(path, null, $"{(path.Length == 0 ? "The body" : path)} is a JSON object.", []);
        }

        foreach (var property in value.EnumerateObject())
        {
            var field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var known = info.Properties.FirstOrDefault(own => own.Name == property.Name)
                ?? throw Refused(field, null, $"'{Problems.Clean(field)}' is not a field of this body.", [.. info.Properties.Select(own => own.Name)]);
            RefuseUnknown(property.Value, known.PropertyType, field);
        }
    }

    private static ProblemException Refused(string field, string? value, string detail, IReadOnlyList<string> accepted) =>
        new(Problems.InvalidField(field, value, detail, accepted));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
