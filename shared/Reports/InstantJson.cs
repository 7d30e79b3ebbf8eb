using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesReports.Reports;

/// <summary>Instants as the API writes them: UTC, whole seconds, <c>2026-11-23T06:00:04Z</c>.</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var instant) ? instant : throw new JsonException("An instant is written like 2026-11-23T06:00:04Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
