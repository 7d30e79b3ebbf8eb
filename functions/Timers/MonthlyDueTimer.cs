using Microsoft.Azure.Functions.Worker;
using SalesReports.Calendar;
using SalesReports.Jobs;

namespace SalesReports.Functions.Timers;

/// <summary>Every quarter of an hour: is the monthly report due? The calendar decides, not the timer.</summary>
public sealed class MonthlyDueTimer(ScheduledWork work)
{
    [Function(nameof(MonthlyDueTimer))]
    public Task RunAsync([TimerTrigger("30 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        work.BuildDueAsync(PeriodKind.Monthly, cancellationToken);
}
