namespace SalesReports.Rollups;

/// <summary>Days put together into ranges that are each worth one scan.</summary>
public static class DayRanges
{
    /// <summary>Days whose contents are held at once.</summary>
    private const int DaysAtOnce = 400;

    /// <summary>Days closer than this are scanned as one range.</summary>
    private const int NearDays = 14;

    /// <param name="days">Ascending and distinct.</param>
    /// <returns>Ranges with both ends, that cover all of the days and what lies between near ones.</returns>
    public static IEnumerable<(DateOnly From, DateOnly To)> Of(IReadOnlyList<DateOnly> days)
    {
        for (var (first, next) = (0, 1); first < days.Count; next++)
        {
            var ends = next == days.Count || days[next].DayNumber - days[next - 1].DayNumber > NearDays || days[next].DayNumber - days[first].DayNumber >= DaysAtOnce;
            if (ends)
            {
                yield return (days[first], days[next - 1]);
                first = next;
            }
        }
    }
}
