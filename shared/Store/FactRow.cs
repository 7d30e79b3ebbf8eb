using System.Buffers;
using System.Collections;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// A fact as a table row: a named column a property, decimals as exact text, lists as JSON, so that a person can read it in a
/// storage browser.
/// </summary>
internal static class FactRow
{
    public const string HashColumn = "rowHash";
    public const string SequenceColumn = "rowSequence";
    public const string DaysColumn = "rowDays";
    public const string ModifiedColumn = "modifiedAt";

    /// <summary>A string column holds 64 KiB of UTF-16; longer texts go on in <c>name_1</c>, <c>name_2</c>, …</summary>
    private const int ColumnLength = 32_000;

    /// <summary>Thousands of rows are read for a report: each thread reads them through one buffer.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static JsonSerializerOptions Json { get; } = CreateOptions();

    /// <summary>The time of its change is no content of a fact, but for a removed opportunity, which it files and moves in the pipeline.</summary>
    public static FactVersion VersionOf(Fact fact, ImportNumber import)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(Content(fact), fact.GetType(), Json);
        return new FactVersion(Convert.ToHexStringLower(XxHash128.Hash(content)), import.Sequence, fact.ModifiedAt);
    }

    /// <summary>What a change of marks the fact's days: what is rolled up must hold no more than this.</summary>
    public static T Content<T>(T fact)
        where T : Fact => fact is Opportunity { Deleted: true } ? fact : fact with { ModifiedAt = null };

    public static TableEntity ToEntity(Fact fact, FactVersion version, string shard, string dayKey, IReadOnlyList<string> dayKeys)
    {
        var entity = new TableEntity(shard, FactKeys.Row(dayKey, fact))
        {
            [HashColumn] = version.Hash,
            [SequenceColumn] = version.Sequence,
            [DaysColumn] = string.Join(',', dayKeys),
        };
        foreach (var property in JsonSerializer.SerializeToElement(fact, fact.GetType(), Json).EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.True or JsonValueKind.False:
                    entity[property.Name] = property.Value.GetBoolean();
                    break;
                case JsonValueKind.String:
                    SetText(entity, property.Name, property.Value.GetString()!);
                    break;
                default:
                    SetText(entity, property.Name, property.Value.GetRawText());
                    break;
            }
        }

        return entity;
    }

    /// <exception cref="JsonException">The row was not written by this class.</exception>
    public static T FromEntity<T>(TableEntity entity)
        where T : Fact
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(buffer);
        writer.Reset(buffer);
        writer.WriteStartObject();
        foreach (var property in Json.GetTypeInfo(typeof(T)).Properties)
        {
            WriteProperty(writer, property, entity);
        }

        writer.WriteEndObject();
        writer.Flush();
        return JsonSerializer.Deserialize<T>(buffer.WrittenSpan, Json) ?? throw new JsonException("A fact is an object.");
    }

    /// <inheritdoc cref="FromEntity{T}"/>
    public static Fact FromEntity(FactKind kind, TableEntity entity) => kind switch
    {
        FactKind.Customers => FromEntity<Customer>(entity),
        FactKind.Reps => FromEntity<Rep>(entity),
        FactKind.Products => FromEntity<Product>(entity),
        FactKind.Stages => FromEntity<Stage>(entity),
        FactKind.Targets => FromEntity<Target>(entity),
        FactKind.Rates => FromEntity<DailyRate>(entity),
        FactKind.Identities => FromEntity<IdentityDecision>(entity),
        FactKind.Orders => FromEntity<Order>(entity),
        FactKind.Opportunities => FromEntity<Opportunity>(entity),
        FactKind.Leads => FromEntity<Lead>(entity),
        FactKind.Quotes => FromEntity<Quote>(entity),
        FactKind.Spend => FromEntity<SpendDay>(entity),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row for this kind of fact."),
    };

    public static FactVersion VersionIn(TableEntity entity) => new(
        entity.GetString(HashColumn),
        entity.GetInt64(SequenceColumn) ?? 0,
        entity.GetString(ModifiedColumn) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null);

    public static IReadOnlyList<string> DaysIn(TableEntity entity) =>
        entity.GetString(DaysColumn) is { Length: > 0 } days ? days.Split(',') : [];

    private static void WriteProperty(Utf8JsonWriter writer, JsonPropertyInfo property, TableEntity entity)
    {
        if (!entity.TryGetValue(property.Name, out var value) || value is null)
        {
            return;
        }

        writer.WritePropertyName(property.Name);
        if (value is bool flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else if (IsText(property.PropertyType))
        {
            writer.WriteStringValue(TextOf(entity, property.Name));
        }
        else
        {
            writer.WriteRawValue(TextOf(entity, property.Name));
        }
    }

    /// <summary>Numbers and lists stand in the column as JSON; everything else as the text it is.</summary>
    private static bool IsText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || !(plain == typeof(decimal) || plain == typeof(int) || plain == typeof(long) || plain.IsAssignableTo(typeof(IEnumerable)));
    }

    public static void SetText(TableEntity entity, string column, string text)
    {
        for (var (part, from) = (0, 0); part == 0 || from < text.Length; part++)
        {
            var length = Math.Min(ColumnLength, text.Length - from);

            // Two halves of one character apart are no characters: the client would replace both.
            length -= from + length < text.Length && char.IsHighSurrogate(text[from + length - 1]) ? 1 : 0;
            entity[part == 0 ? column : PartOf(column, part)] = text.Substring(from, length);
            from += length;
        }
    }

    public static string TextOf(TableEntity entity, string column)
    {
        var text = entity.GetString(column);
        for (var part = 1; entity.TryGetValue(PartOf(column, part), out var more); part++)
        {
            text += (string)more;
        }

        return text;
    }

    private static string PartOf(string column, int part) => string.Create(CultureInfo.InvariantCulture, $"{column}_{part}");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
