using System.Collections.Concurrent;
using System.Globalization;

namespace SalesReports.Calendar;

/// <summary>The days on which a country does not work. France is built in; others come from a file with one ISO date a line.</summary>
public sealed class PublicHolidays
{
    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> FrenchYears = new();

    private readonly Func<int, IReadOnlySet<DateOnly>> _ofYear;

    private PublicHolidays(Func<int, IReadOnlySet<DateOnly>> ofYear) => _ofYear = ofYear;

    /// <summary>The eleven national holidays of the French labour code, article L3133-1.</summary>
    public static PublicHolidays France { get; } = new(year => FrenchYears.GetOrAdd(year, FrenchDays));

    public static PublicHolidays From(IReadOnlySet<DateOnly> days) => new(_ => days);

    /// <param name="country">ISO 3166 code; only <c>FR</c> is built in.</param>
    /// <param name="file">A text file with one date (<c>2026-12-25</c>) a line, empty lines and <c>#</c> comments allowed; wins over the country.</param>
    /// <exception cref="ArgumentException">Unknown country without a file, or a line that is not a date.</exception>
    public static PublicHolidays Of(string country, string? file)
    {
        if (!string.IsNullOrWhiteSpace(file))
        {
            return From(ReadDays(file));
        }

        return string.Equals(country, "FR", StringComparison.OrdinalIgnoreCase)
            ? France
            : throw new ArgumentException($"Country '{country}' has no built-in public holidays; 'FR' is accepted, or name a file of dates in HolidaysFile.", nameof(country));
    }

    public bool Contains(DateOnly day) => _ofYear(day.Year).Contains(day);

    private static HashSet<DateOnly> FrenchDays(int year)
    {
        var easter = EasterSunday(year);
        return
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
    }

    /// <summary>Gregorian Easter by the anonymous (Meeus/Jones/Butcher) algorithm.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var fromMarch = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, fromMarch / 31, (fromMarch % 31) + 1);
    }

    private static HashSet<DateOnly> ReadDays(string file)
    {
        var days = new HashSet<DateOnly>();
        foreach (var (line, number) in File.ReadLines(file).Select((line, index) => (line.Trim(), index + 1)))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new ArgumentException($"HolidaysFile, line {number}: '{line}' is not a date such as 2026-12-25.", nameof(file));
            }

            days.Add(day);
        }

        return days;
    }
}
