using System.Text.Json.Nodes;

namespace SalesReports.Api;

/// <summary>Answers as the running product gave them, shortened to a few rows; a test holds each against its schema.</summary>
internal static class Examples
{
    private static readonly IReadOnlyDictionary<string, string> Texts = typeof(Examples).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("examples.", StringComparison.Ordinal))
        .ToDictionary(name => name["examples.".Length..], name => EmbeddedText.Read(name).ToString(), StringComparer.Ordinal);

    /// <summary>Of an answer in one of its forms: as text when it is no JSON, null when the form is bytes or a whole page.</summary>
    public static JsonNode? Of(Route route, Answer answer, string contentType)
    {
        var ending = EndingOf(contentType);
        if (ending is null || (Texts.GetValueOrDefault($"{route.Name}.{ending}") ?? Texts.GetValueOrDefault($"{answer.Schema}.{ending}")) is not { } text)
        {
            return null;
        }

        return ending == "json" ? JsonNode.Parse(text) : JsonValue.Create(text);
    }

    private static string? EndingOf(string contentType) => contentType switch
    {
        RouteParts.Json => "json",
        "text/csv" => "csv",
        "text/html" => "html",
        "message/rfc822" => "eml",
        _ => null,
    };
}
