using SalesReports.Calendar;

namespace SalesReports.Kpis.Series;

/// <summary>The length of a point of a time series.</summary>
public enum SeriesGrain
{
    Day,
    Week,
    Month,
}

/// <summary>One stretch of a series.</summary>
/// <param name="Name"><c>2026-11-17</c>, <c>2026-W47</c> or <c>2026-11</c>.</param>
/// <param name="End">First day after it.</param>
/// <param name="Period">Null for a day.</param>
public sealed record SeriesBucket(string Name, DateOnly Start, DateOnly End, Period? Period)
{
    /// <summary>Those that lie wholly in <c>[from, to]</c>, oldest first: part of a week is no week.</summary>
    public static IReadOnlyList<SeriesBucket> Between(DateOnly from, DateOnly to, SeriesGrain grain)
    {
        var buckets = new List<SeriesBucket>();
        for (var bucket = At(from, grain); bucket.Start <= to; bucket = At(bucket.End, grain))
        {
            if (bucket.Start >= from && bucket.End.AddDays(-1) <= to)
            {
                buckets.Add(bucket);
            }
        }

        return buckets;
    }

    private static SeriesBucket At(DateOnly day, SeriesGrain grain)
    {
        if (grain == SeriesGrain.Day)
        {
            return new SeriesBucket(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day, day.AddDays(1), null);
        }

        var period = grain == SeriesGrain.Week ? Period.WeekOf(day) : Period.MonthOf(day);
        return new SeriesBucket(period.Name, period.Start, period.End, period);
    }
}
