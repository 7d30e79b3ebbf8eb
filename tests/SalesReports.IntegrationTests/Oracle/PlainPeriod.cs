using System.Globalization;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>A week or a month by its own arithmetic, apart from the product's calendar.</summary>
internal sealed record PlainPeriod(bool IsWeek, DateOnly Start)
{
    public DateOnly End => IsWeek ? Start.AddDays(7) : Start.AddMonths(1);

    /// <summary>The year of a week, and its number, are those of its Thursday.</summary>
    public string Name
    {
        get
        {
            var thursday = Start.AddDays(3);
            return IsWeek
                ? string.Create(CultureInfo.InvariantCulture, $"{thursday.Year:D4}-W{((thursday.DayOfYear - 1) / 7) + 1:D2}")
                : string.Create(CultureInfo.InvariantCulture, $"{Start.Year:D4}-{Start.Month:D2}");
        }
    }

    public static PlainPeriod Parse(string name)
    {
        var year = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);
        if (!name.Contains('W', StringComparison.Ordinal))
        {
            return MonthOf(new DateOnly(year, int.Parse(name.AsSpan(5), CultureInfo.InvariantCulture), 1));
        }

        // 4 January always lies in week 1.
        return new PlainPeriod(true, Monday(new DateOnly(year, 1, 4)).AddDays(7 * (int.Parse(name.AsSpan(6), CultureInfo.InvariantCulture) - 1)));
    }

    public static PlainPeriod WeekOf(DateOnly day) => new(true, Monday(day));

    public static PlainPeriod MonthOf(DateOnly day) => new(false, new DateOnly(day.Year, day.Month, 1));

    /// <summary>Every week and every month that touches the days from first to last.</summary>
    public static IReadOnlyList<PlainPeriod> Between(DateOnly first, DateOnly last)
    {
        var periods = new List<PlainPeriod>();
        foreach (var kind in new[] { WeekOf(first), MonthOf(first) })
        {
            for (var period = kind; period.Start <= last; period = period.Before(-1))
            {
                periods.Add(period);
            }
        }

        return periods;
    }

    public PlainPeriod Before(int count) => IsWeek ? new(true, Start.AddDays(-7 * count)) : new(false, Start.AddMonths(-count));

    public PlainPeriod LastYear() => IsWeek ? new(true, Start.AddDays(-364)) : new(false, Start.AddMonths(-12));

    private static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
