using SalesReports.Calendar;
using SalesReports.Rollups;

namespace SalesReports.Jobs;

/// <summary>Refuses periods there is nothing to report on: running or future ones, and those before all data.</summary>
public sealed class PeriodGuard(RollupStore rollups, BusinessZone zone, TimeProvider clock)
{
    /// <summary>
    /// A period is complete when it ends by today. Data dated after today have a calendar of their own (a made world, a plan):
    /// there, periods up to a year after the last of them may be asked for.
    /// </summary>
    /// <exception cref="PeriodNotBuildableException">With one sentence that says what can be built.</exception>
    public async Task CheckAsync(Period period, CancellationToken cancellationToken)
    {
        if (await rollups.FirstDayAsync(DateOnly.MinValue, cancellationToken) is not { } first)
        {
            throw new PeriodNotBuildableException($"{period} cannot be built: no order, closed deal or spend has been imported yet.");
        }

        var today = zone.Today(clock);
        var latest = (await rollups.LastDayAfterAsync(today, cancellationToken))?.AddYears(1) ?? today;
        if (period.End > latest)
        {
            var state = period.Contains(today) ? "is still running" : "lies in the future";
            throw new PeriodNotBuildableException($"{period} {state}; the last complete one is {Period.LastCompleteBy(period.Kind, today)}.");
        }

        if (period.End <= first)
        {
            throw new PeriodNotBuildableException($"{period} lies before the data, which begin on {first:yyyy-MM-dd}; the first one is {Period.Of(period.Kind, first)}.");
        }
    }
}

/// <summary>There is nothing to report on; the message is one sentence for the person who asked.</summary>
public sealed class PeriodNotBuildableException(string message) : Exception(message);
