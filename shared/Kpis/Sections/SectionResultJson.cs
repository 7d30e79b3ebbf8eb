using System.Text.Json;
using System.Text.Json.Serialization;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections;

/// <summary>Writes a section as it is, a missing one as its reason, and reads both back.</summary>
internal sealed class SectionResultJson : JsonConverterFactory
{
    public const string Undefined = "undefined";

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(SectionResult<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<SectionResult<T>>
        where T : class
    {
        public override SectionResult<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            if (element.TryGetProperty("status", out var status) && status.ValueEquals(Undefined))
            {
                var missing = element.Deserialize<MissingSection>(options)!;
                return SectionResult.Undefined<T>(new Reason(missing.Code, missing.Text));
            }

            return SectionResult.Of(element.Deserialize<T>(options) ?? throw new JsonException($"A section {typeof(T).Name} is an object, not null."));
        }

        public override void Write(Utf8JsonWriter writer, SectionResult<T> value, JsonSerializerOptions options)
        {
            if (value.Reason is { } why)
            {
                JsonSerializer.Serialize(writer, new MissingSection(Undefined, why.Text.En, why.Code, why.Text), options);
            }
            else
            {
                JsonSerializer.Serialize(writer, value.Section, options);
            }
        }
    }
}

/// <summary>How a section that could not be computed is written.</summary>
/// <param name="Status">Always <c>undefined</c>.</param>
/// <param name="Reason">In English; <paramref name="Text"/> has it in every language.</param>
/// <param name="Code">Stable code of the reason.</param>
internal sealed record MissingSection(string Status, string Reason, string Code, LocalText Text);
