using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Holds a report that is due until its sources were pulled past the period's end. After <see cref="ScheduleOptions.LatestSend"/> it
/// goes without the late ones, which it names, unless one of them is a source it must not go without. Source: delivery.md.
/// </summary>
public sealed partial class ReadinessGate(
    SourceLedger ledger, IEnumerable<ISource> sources, BusinessZone zone, ScheduleOptions schedule, TimeProvider clock, ILogger<ReadinessGate> logger)
{
    public async Task<bool> IsClosedAsync(DueReport due, CancellationToken cancellationToken)
    {
        var late = await LateAsync(due.Period, cancellationToken);
        var isClosed = IsClosed(late, clock.GetUtcNow() - due.At, schedule);
        if (isClosed)
        {
            LogHeld(due.Period.Name, string.Join(", ", late));
        }

        return isClosed;
    }

    /// <summary>Sources that are waited for and were not pulled past the period's end; ordered by name.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(Period period, CancellationToken cancellationToken)
    {
        var pulled = (await ledger.ReadAsync(cancellationToken)).ToDictionary(source => source.Name, source => source.PulledThrough, StringComparer.Ordinal);
        var end = zone.StartOf(period.End);
        return [.. sources.Select(source => source.Name).Union(pulled.Keys, StringComparer.Ordinal)
            .Where(name => !schedule.OptionalSources.Contains(name) && !(pulled.GetValueOrDefault(name) >= end))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Pure: late sources close it at first, and afterwards only those that it must not go without.</summary>
    internal static bool IsClosed(IReadOnlyList<string> late, TimeSpan sinceDue, ScheduleOptions schedule) =>
        sinceDue < schedule.LatestSend ? late.Count > 0 : late.Any(schedule.HeldSources.Contains);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} is due and waits for {Sources}")]
    private partial void LogHeld(string period, string sources);
}
