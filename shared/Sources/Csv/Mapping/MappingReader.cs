using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesReports.Sources.Csv.Kinds;

namespace SalesReports.Sources.Csv.Mapping;

/// <summary>Reads <c>import.json</c>; whatever is wrong with it is told in one sentence with the names that exist.</summary>
public static class MappingReader
{
    private const int LongestMapping = 1024 * 1024;
    private static readonly string[] Properties = ["file", "culture", "dateFormat", "encoding", "delimiter", "defaults", "constants", "columns", "values", "joins"];

    /// <exception cref="SourceException">The mapping is wrong.</exception>
    public static async Task<ImportMapping> ReadAsync(Stream json, CancellationToken cancellationToken)
    {
        try
        {
            using var bounded = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = await json.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await bounded.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (bounded.Length > LongestMapping)
                {
                    throw Wrong("it is longer than 1 MB");
                }
            }

            var text = Encoding.UTF8.GetString(bounded.GetBuffer(), 0, (int)bounded.Length).TrimStart('\uFEFF');
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw Wrong($"it is not JSON (line {(exception.LineNumber ?? 0) + 1})", exception);
        }
    }

    private static ImportMapping Read(JsonElement root)
    {
        var mode = ImportMode.Delta;
        IReadOnlyDictionary<string, string> sourceChannels = new Dictionary<string, string>();
        var kinds = new Dictionary<string, KindMapping>();
        foreach (var property in Members(root, "the whole"))
        {
            if (property.Name == "mode")
            {
                mode = Text(property.Value, "mode") switch
                {
                    "delta" => ImportMode.Delta,
                    "full" => ImportMode.Full,
                    var other => throw Wrong($"mode is '{other}'; full and delta are accepted"),
                };
            }
            else if (property.Name == "sourceChannels")
            {
                sourceChannels = Texts(property.Value, "sourceChannels");
            }
            else
            {
                var kind = ImportKind.Named(property.Name)
                    ?? throw Wrong($"'{property.Name}' is neither a kind nor a setting; accepted are mode, sourceChannels, {string.Join(", ", ImportKind.All.Select(known => known.Name))}");
                kinds[kind.Name] = Kind(property.Value, kind);
            }
        }

        return new ImportMapping(mode, sourceChannels, kinds);
    }

    private static KindMapping Kind(JsonElement json, ImportKind kind)
    {
        var mapping = KindMapping.Canonical;
        foreach (var (name, value) in Members(json, kind.Name).Select(property => (property.Name, property.Value)))
        {
            var where = $"{kind.Name}.{name}";
            mapping = name switch
            {
                "file" => mapping with { File = Text(value, where) },
                "culture" => mapping with { Culture = Culture(Text(value, where), where) },
                "dateFormat" => mapping with { DateFormats = Formats(value, where) },
                "encoding" => mapping with { Encoding = Encodings(Text(value, where), where) },
                "delimiter" => mapping with { Delimiter = Delimiter(Text(value, where), where) },
                "defaults" => mapping with { Defaults = ByColumn(value, where, kind, Text) },
                "constants" => mapping with { Constants = ByColumn(value, where, kind, Text) },
                "columns" => mapping with { Columns = ByColumn(value, where, kind, TextOrNull) },
                "values" => mapping with { Values = ByColumn<IReadOnlyDictionary<string, string>>(value, where, kind, Texts) },
                "joins" => mapping with { Joins = ByColumn(value, where, kind, JoinOf) },
                _ => throw Wrong($"{kind.Name} has the unknown property '{name}'; accepted are {string.Join(", ", Properties)}"),
            };
        }

        var twice = mapping.Constants.Keys.Concat(mapping.Columns.Where(column => column.Value is not null).Select(column => column.Key)).Concat(mapping.Joins.Keys)
            .GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? mapping : throw Wrong($"{kind.Name} fills '{twice.Key}' twice; one of constants, columns and joins is accepted");
    }

    private static Dictionary<string, T> ByColumn<T>(JsonElement json, string where, ImportKind kind, Func<JsonElement, string, T> read)
    {
        var byColumn = new Dictionary<string, T>();
        foreach (var property in Members(json, where))
        {
            var column = kind.Columns.FirstOrDefault(known => string.Equals(known, property.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong($"{where} names the unknown column '{property.Name}'; {kind.Name} has {string.Join(", ", kind.Columns)}");
            byColumn[column] = read(property.Value, $"{where}.{column}");
        }

        return byColumn;
    }

    private static Join JoinOf(JsonElement json, string where)
    {
        var parts = Texts(json, where);
        var unknown = parts.Keys.FirstOrDefault(name => name is not ("from" or "by" or "take" or "key"));
        return unknown is null && parts.TryGetValue("from", out var from) && parts.TryGetValue("by", out var by) && parts.TryGetValue("take", out var take)
            ? new Join(from, by, take, parts.GetValueOrDefault("key"))
            : throw Wrong($"{where} needs from, by and take, and may have key{(unknown is null ? "" : $", but not '{unknown}'")}");
    }

    private static Dictionary<string, string> Texts(JsonElement json, string where)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Members(json, where))
        {
            texts[property.Name.Trim()] = Text(property.Value, $"{where}.{property.Name}");
        }

        return texts;
    }

    private static string? TextOrNull(JsonElement json, string where) => json.ValueKind == JsonValueKind.Null ? null : Text(json, where);

    private static string Text(JsonElement json, string where) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!.Trim(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => throw Wrong($"{where} must be a text"),
    };

    private static JsonElement.ObjectEnumerator Members(JsonElement json, string where) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject()
        : throw Wrong($"{where} must be an object in braces");

    private static CultureInfo Culture(string name, string where)
    {
        try
        {
            return name is "" or "invariant" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException exception)
        {
            throw Wrong($"{where} is '{name}'; a name such as fr-FR, de-DE or en-US is accepted", exception);
        }
    }

    private static string[] Formats(JsonElement json, string where)
    {
        string[] formats = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(format => Text(format, where))] : [Text(json, where)];
        var sample = new DateTime(2026, 11, 30, 14, 5, 0, DateTimeKind.Unspecified);
        foreach (var format in formats)
        {
            try
            {
                var written = sample.ToString(format, CultureInfo.InvariantCulture);
                if (DateTime.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back) && back.Date == sample.Date && format.Length > 1)
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Told below, with the same words.
            }

            throw Wrong($"{where} is '{format}'; a pattern with day, month and year such as dd/MM/yyyy or M/d/yyyy HH:mm is accepted");
        }

        return formats;
    }

    private static Encoding Encodings(string name, string where)
    {
        try
        {
            return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                ? Csv.Text.FileShape.Utf8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException exception)
        {
            throw Wrong($"{where} is '{name}'; utf-8, windows-1252, iso-8859-1 or utf-16 are accepted", exception);
        }
    }

    private static char Delimiter(string text, string where) => text switch
    {
        "," or ";" or "|" => text[0],
        "tab" or "\\t" or "" => '\t',
        _ => throw Wrong($"{where} is '{text}'; a comma, a semicolon, a bar or the word tab is accepted"),
    };

    private static SourceException Wrong(string what, Exception? inner = null) =>
        new(SourceFault.Configuration, $"The mapping {ImportMapping.FileName} cannot be used: {what}.", inner);
}
