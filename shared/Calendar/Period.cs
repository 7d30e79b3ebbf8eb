using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SalesReports.Calendar;

/// <summary>
/// An ISO 8601 week (<c>2026-W47</c>) or a calendar month (<c>2026-10</c>): the business days from <see cref="Start"/>
/// up to, not including, <see cref="End"/>. An invalid one cannot exist. Source: metrics.md, rule 1.
/// </summary>
public sealed record Period
{
    private Period(PeriodKind kind, DateOnly start)
    {
        Kind = kind;
        Start = start;
        End = kind == PeriodKind.Weekly ? start.AddDays(7) : start.AddMonths(1);
    }

    public PeriodKind Kind { get; }

    /// <summary>First day, included.</summary>
    public DateOnly Start { get; }

    /// <summary>First day after the period, excluded.</summary>
    public DateOnly End { get; }

    public DateOnly LastDay => End.AddDays(-1);

    /// <summary><c>2026-W47</c> or <c>2026-10</c>. A week carries its ISO year: 1 January 2027 lies in 2026-W53.</summary>
    public string Name => Kind == PeriodKind.Weekly
        ? string.Create(CultureInfo.InvariantCulture, $"{IsoWeek.YearOf(Start):D4}-W{IsoWeek.NumberOf(Start):D2}")
        : Start.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The week (Monday to Sunday) that <paramref name="day"/> lies in.</summary>
    public static Period WeekOf(DateOnly day) => new(PeriodKind.Weekly, IsoWeek.MondayOf(day));

    /// <summary>The calendar month that <paramref name="day"/> lies in.</summary>
    public static Period MonthOf(DateOnly day) => new(PeriodKind.Monthly, new DateOnly(day.Year, day.Month, 1));

    public static Period Of(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Weekly => WeekOf(day),
        PeriodKind.Monthly => MonthOf(day),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A period is weekly or monthly."),
    };

    /// <summary>The latest period of a kind that ends on or before <paramref name="day"/>: complete when that day begins.</summary>
    public static Period LastCompleteBy(PeriodKind kind, DateOnly day) => Of(kind, day).Back(1);

    /// <summary>Reads <c>2026-W47</c> as a week and <c>2026-10</c> as a month; a year has 52 or 53 weeks.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text is { Length: 8 } && text[4..6] == "-W" && Digits(text, 0, 4, out var isoYear) && Digits(text, 6, 2, out var week))
        {
            if (isoYear is < 1900 or > 9998 || week < 1 || week > IsoWeek.WeeksIn(isoYear))
            {
                return false;
            }

            period = WeekOf(IsoWeek.MondayOfWeek(isoYear, week));
            return true;
        }

        if (text is { Length: 7 } && text[4] == '-' && Digits(text, 0, 4, out var year) && Digits(text, 5, 2, out var month)
            && year is >= 1900 and <= 9998 && month is >= 1 and <= 12)
        {
            period = MonthOf(new DateOnly(year, month, 1));
            return true;
        }

        return false;
    }

    public bool Contains(DateOnly day) => day >= Start && day < End;

    /// <summary>The period <paramref name="count"/> places before this one (after, when negative).</summary>
    public Period Back(int count) => Kind == PeriodKind.Weekly
        ? WeekOf(Start.AddDays(-7 * count))
        : MonthOf(Start.AddMonths(-count));

    /// <summary>
    /// A week: the ISO week of the Monday 364 days earlier, so that weekdays match (2026-W53 meets 2026-W01).
    /// A month: the same month of the year before.
    /// </summary>
    public Period SamePeriodLastYear() => Kind == PeriodKind.Weekly ? WeekOf(Start.AddDays(-364)) : MonthOf(Start.AddMonths(-12));

    /// <summary>Periods in a trailing average: 13 weeks or 12 months.</summary>
    public int TrailingCount => Kind == PeriodKind.Weekly ? 13 : 12;

    public override string ToString() => Name;

    private static bool Digits(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
