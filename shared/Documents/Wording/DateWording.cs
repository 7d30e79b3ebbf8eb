using System.Globalization;
using SalesReports.Calendar;

namespace SalesReports.Documents.Wording;

/// <summary>Days, weeks and months as people of a language write them.</summary>
public sealed class DateWording(CultureInfo culture)
{
    private readonly bool _french = culture.TwoLetterISOLanguageName == "fr";

    /// <summary><c>16 novembre 2026</c>; the first of a month is <c>1er</c> in French.</summary>
    public string Day(DateOnly day) => $"{DayNumber(day)} {Month(day)}";

    /// <summary><c>16–22 novembre 2026</c>, <c>28 septembre – 4 octobre 2026</c>; the last day is included.</summary>
    public string Range(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
    {
        (true, true) => $"{DayNumber(first)}–{Day(last)}",
        (true, false) => $"{DayNumber(first)} {first.ToString("MMMM", culture)} – {Day(last)}",
        _ => $"{Day(first)} – {Day(last)}",
    };

    /// <summary><c>23 novembre 2026 à 06:12</c>; the instant already has the offset it is shown in.</summary>
    public string Instant(DateTimeOffset moment) =>
        $"{Day(DateOnly.FromDateTime(moment.DateTime))} {(_french ? "à" : "at")} {moment.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary><c>Semaine 47 · 16–22 novembre 2026</c>, <c>Octobre 2026</c>.</summary>
    public string Title(Period period) => period.Kind == PeriodKind.Weekly
        ? $"{(_french ? "Semaine" : "Week")} {IsoWeek.NumberOf(period.Start)} · {Range(period.Start, period.LastDay)}"
        : Capital(Month(period.Start));

    /// <summary><c>S47</c>, <c>W47</c>; a month is its name.</summary>
    public string Short(Period period) => period.Kind == PeriodKind.Weekly
        ? $"{(_french ? "S" : "W")}{IsoWeek.NumberOf(period.Start).ToString("00", CultureInfo.InvariantCulture)}"
        : period.Start.ToString("MMMM", culture);

    /// <summary><c>S47 2025</c>, <c>octobre 2025</c>.</summary>
    public string ShortWithYear(Period period) => period.Kind == PeriodKind.Weekly
        ? $"{Short(period)} {IsoWeek.YearOf(period.Start).ToString(CultureInfo.InvariantCulture)}"
        : Month(period.Start);

    /// <summary>Under a bar: <c>S47</c>, <c>oct.</c>.</summary>
    public string Tick(Period period) => period.Kind == PeriodKind.Weekly ? Short(period) : period.Start.ToString("MMM", culture);

    private string Month(DateOnly day) => day.ToString("MMMM yyyy", culture);

    private string DayNumber(DateOnly day) => _french && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    private string Capital(string text) => culture.TextInfo.ToUpper(text[0]) + text[1..];
}
