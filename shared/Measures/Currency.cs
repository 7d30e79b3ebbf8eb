using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesReports.Measures;

/// <summary>A currency by its three capital letters (ISO 4217). Case is folded on reading; anything else is refused.</summary>
[JsonConverter(typeof(CurrencyJson))]
public readonly record struct Currency : IComparable<Currency>
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    public static Currency Eur { get; } = new("EUR");

    public string Code => _code ?? throw new InvalidOperationException("A currency was used before it was set.");

    public static Currency Parse(string text) => TryParse(text, out var currency)
        ? currency
        : throw new ArgumentException($"'{text}' is not a currency; three letters such as EUR are accepted.", nameof(text));

    public static bool TryParse([NotNullWhen(true)] string? text, out Currency currency)
    {
        var valid = text is { Length: 3 } && text.All(char.IsAsciiLetter);
        currency = valid ? new(text!.ToUpperInvariant()) : default;
        return valid;
    }

    public int CompareTo(Currency other) => string.CompareOrdinal(_code, other._code);

    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    public override string ToString() => _code ?? "";
}

internal sealed class CurrencyJson : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Currency.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
