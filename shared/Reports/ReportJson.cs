using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SalesReports.Reports;

/// <summary>The one way a report is written and read: camelCase, dates ISO 8601, exact decimals, UTF-8.</summary>
public static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static byte[] Write(Report report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    /// <exception cref="JsonException">The bytes are not a report of this schema.</exception>
    public static Report Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<Report>(utf8, Options) ?? throw new JsonException("A report is an object, not null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NumberHandling = JsonNumberHandling.Strict,
            Converters = { new InstantJson() },
            // Readable accents; the API's content type and UTF-8 make this safe, no browser reads it as HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutForeignDetails, LeaveOutPeriodOfAverages } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutForeignDetails(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.GetCustomAttributes(typeof(OnlyForAttribute), false).FirstOrDefault() is OnlyForAttribute only)
            {
                property.ShouldSerialize = (owner, _) => ((Metric)owner).Id == only.Metric;
            }
        }
    }

    private static void LeaveOutPeriodOfAverages(JsonTypeInfo type)
    {
        if (type.Type == typeof(Comparison))
        {
            type.Properties.Single(p => p.Name == "period").ShouldSerialize = (_, value) => value is not null;
        }
    }
}
