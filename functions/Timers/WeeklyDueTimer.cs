using Microsoft.Azure.Functions.Worker;
using SalesReports.Calendar;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every quarter of an hour: is the weekly report due? The calendar decides, not the timer.</summary>
public sealed class WeeklyDueTimer(ScheduledWork work)
{
    [Function(nameof(WeeklyDueTimer))]
    public Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.BuildDueAsync(PeriodKind.Weekly, cancellationToken);
}
