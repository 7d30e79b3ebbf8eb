using Microsoft.Extensions.Logging;

namespace SalesReports.Jobs;

/// <summary>
/// Rolls up dirty days for a limited time, a few days at first and more when that goes fast: every step is final, so a sweep that
/// is cut short or runs beside others has still made progress, and the next one goes on.
/// </summary>
public sealed partial class Sweep(RollUp rollUp, TimeProvider clock, ILogger<Sweep> logger)
{
    /// <summary>Below the five minutes after which the timer comes again, and far below what a function may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    internal const int FirstStep = 8;
    internal const int MostDays = 400;

    /// <summary>More days than this that cannot be rolled up are no matter of the days.</summary>
    private const int MostFailures = 5;

    /// <param name="limit">No step begins after it; the first one always does.</param>
    /// <exception cref="InvalidOperationException">Some days could not be rolled up; all others were.</exception>
    public async Task<SweepOutcome> RunAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var dirty = await rollUp.DirtyDaysAsync(cancellationToken);
        var failed = new List<(DateOnly Day, Exception Reason)>();
        var (done, size, outcome) = (0, FirstStep, RollUpOutcome.None);
        do
        {
            var some = dirty.Skip(done).Take(size).ToList();
            var began = clock.GetTimestamp();
            try
            {
                outcome += await rollUp.DaysAsync(some, cancellationToken);
                (done, size) = (done + some.Count, NextStep(size, clock.GetElapsedTime(began), limit));
            }
            catch (Exception reason) when (some.Count > 0 && failed.Count < MostFailures && !cancellationToken.IsCancellationRequested)
            {
                // Whatever is wrong with a day must not keep the days after it waiting: it is found and left out.
                if (some.Count == 1)
                {
                    failed.Add((some[0], reason));
                    done++;
                }

                size = 1;
            }
        }
        while (done < dirty.Count && clock.GetElapsedTime(start) < limit);

        await rollUp.FollowMonthsAsync(cancellationToken);
        LogSwept(outcome.DaysRebuilt, outcome.DaysChanged, dirty.Count - done, failed.Count);
        return failed.Count == 0 ? new SweepOutcome(outcome, dirty.Count - done) : throw Failure(failed);
    }

    /// <summary>Days of the next step: twice as many after one that took little of the limit, half after one that took much of it.</summary>
    internal static int NextStep(int days, TimeSpan took, TimeSpan limit) =>
        took * 8 <= limit ? Math.Min(MostDays, days * 2) : took * 2 > limit ? Math.Max(1, days / 2) : days;

    private static InvalidOperationException Failure(List<(DateOnly Day, Exception Reason)> failed) => new(
        $"{failed.Count} days could not be rolled up: {string.Join(", ", failed.Select(one => one.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))}. The last one: {FailureText.Of(failed[^1].Reason)}",
        failed[^1].Reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept {Days} days, {Changed} changed, {Left} left for the next time, {Failed} failed")]
    private partial void LogSwept(int days, int changed, int left, int failed);
}

/// <param name="DaysLeft">Dirty days that wait for the next sweep.</param>
public sealed record SweepOutcome(RollUpOutcome RolledUp, int DaysLeft);
