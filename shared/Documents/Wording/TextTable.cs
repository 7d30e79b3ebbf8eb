using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace SalesReports.Documents.Wording;

/// <summary>The texts of one language: a resource file of keys and sentences, with <c>{0}</c>, <c>{1}</c> where values stand.</summary>
public sealed class TextTable
{
    private readonly FrozenDictionary<string, string> _texts;

    private TextTable(Dictionary<string, string> texts) => _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _texts;

    /// <exception cref="KeyNotFoundException">The language's file has no such text.</exception>
    public string Say(string key, params string[] values) => string.Format(CultureInfo.InvariantCulture, Of(key), values);

    /// <summary>The text of a code that may be unknown, such as a finding's; null then.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>From the file of that name among the embedded texts.</summary>
    public static TextTable Load(string language)
    {
        using var stream = typeof(TextTable).Assembly.GetManifestResourceStream($"texts.{language}.json")
            ?? throw new InvalidOperationException($"The texts of '{language}' are not embedded.");
        return new TextTable(JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? throw new JsonException("Texts are an object."));
    }

    private string Of(string key) => _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}' in the language's file.");
}
