using System.Globalization;
using SalesReports.Calendar;

namespace SalesReports.Sources.Csv.Text;

/// <summary>
/// Reads days and moments: ISO 8601 unless formats are declared. A date alone is a business day, a time without a zone is the
/// wall clock of the business zone. Years are 1900 to 2100. Source: metrics.md, rule 1; imports.md.
/// </summary>
public sealed class DateText(IReadOnlyList<string> formats, CultureInfo culture, BusinessZone zone)
{
    private static readonly string[] IsoDays = ["yyyy-MM-dd"];
    private static readonly string[] IsoTimes = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];
    private static readonly string[] IsoInstants = [.. IsoTimes.Select(time => time + "K"), .. IsoTimes.Select(time => time + "zz")];

    private readonly string[] _days = formats.Count == 0 ? IsoDays : [.. formats.Where(format => !HasTime(format))];
    private readonly string[] _times = formats.Count == 0 ? IsoTimes : [.. formats.Where(format => HasTime(format) && !format.Contains('z', StringComparison.Ordinal)).Select(format => format.Replace("K", "", StringComparison.Ordinal))];
    private readonly string[] _instants = formats.Count == 0 ? IsoInstants : [.. formats.Where(format => HasTime(format) && HasZone(format))];

    /// <summary>What is accepted, for people.</summary>
    public string Accepted { get; } = formats.Count == 0 ? "2026-11-30 or 2026-11-30T14:05:00+01:00" : string.Join(" or ", formats);

    public bool TryParse(string text, out Moment moment)
    {
        moment = default;
        var written = formats.Count == 0 && text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        if (DateOnly.TryParseExact(written, _days, culture, DateTimeStyles.None, out var day))
        {
            moment = Moment.On(day);
            return IsPlausible(day);
        }

        if (DateTime.TryParseExact(written, _times, culture, DateTimeStyles.None, out var wallClock))
        {
            var plausible = IsPlausible(DateOnly.FromDateTime(wallClock));
            moment = plausible ? Moment.At(zone.InstantOf(wallClock), zone) : default;
            return plausible;
        }

        if (DateTimeOffset.TryParseExact(written, _instants, culture, DateTimeStyles.None, out var instant) && IsPlausible(DateOnly.FromDateTime(instant.Date)))
        {
            moment = Moment.At(instant, zone);
            return IsPlausible(moment.Day);
        }

        return false;
    }

    private static bool IsPlausible(DateOnly day) => day.Year is >= 1900 and <= 2100;

    private static bool HasTime(string format) => format.AsSpan().IndexOfAny('H', 'h') >= 0;

    private static bool HasZone(string format) => format.AsSpan().IndexOfAny('z', 'K') >= 0;
}
