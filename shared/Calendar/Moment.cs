using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesReports.Calendar;

/// <summary>
/// When something happened, as the business sees it: a day alone (never shifted), or an instant that carries the
/// business zone's offset, so that its calendar date is the business day. Written <c>2026-11-30</c> or <c>2026-11-30T23:30:00+01:00</c>.
/// </summary>
[JsonConverter(typeof(MomentJson))]
public readonly record struct Moment : IComparable<Moment>
{
    private readonly DateTimeOffset _value;

    private Moment(DateTimeOffset value, bool dayOnly)
    {
        _value = value;
        IsDayOnly = dayOnly;
    }

    public DateOnly Day => DateOnly.FromDateTime(_value.DateTime);

    public bool IsDayOnly { get; }

    /// <summary>The instant, or null when only the day is known.</summary>
    public DateTimeOffset? Instant => IsDayOnly ? null : _value;

    public static Moment On(DateOnly day) => new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), dayOnly: true);

    public static Moment At(DateTimeOffset instant, BusinessZone zone) => new(zone.AtHome(instant), dayOnly: false);

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    public static Moment Parse(string text) => text.Length == 10
        ? On(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), dayOnly: false);

    /// <summary>By day first, then by instant; a day alone comes before the instants of that day.</summary>
    public int CompareTo(Moment other)
    {
        var byDay = Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : (Instant ?? DateTimeOffset.MinValue).CompareTo(other.Instant ?? DateTimeOffset.MinValue);
    }

    public static bool operator <(Moment left, Moment right) => left.CompareTo(right) < 0;

    public static bool operator >(Moment left, Moment right) => left.CompareTo(right) > 0;

    public static bool operator <=(Moment left, Moment right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Moment left, Moment right) => left.CompareTo(right) >= 0;

    public override string ToString() => IsDayOnly
        ? _value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : _value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}

internal sealed class MomentJson : JsonConverter<Moment>
{
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Moment.Parse(reader.GetString() ?? throw new JsonException("A moment is a text."));

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
