using Cronos;
using Microsoft.Azure.Functions.Worker;

namespace SalesReports.Local.Runner;

/// <summary>Wakes timer functions at the times of their NCRONTAB schedule, in UTC; one that is still running is not woken again.</summary>
internal sealed partial class TimerRunner(FunctionCatalog catalog, FunctionCall call, TimeProvider clock, ILogger<TimerRunner> logger) : BackgroundService
{
    private static readonly IReadOnlyDictionary<string, object?> NoRoute = new Dictionary<string, object?>(StringComparer.Ordinal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.With<TimerTriggerAttribute>().Select(timer => KeepWakingAsync(timer.Function, timer.Trigger, stoppingToken)));

    private async Task KeepWakingAsync(LocalFunction function, TimerTriggerAttribute trigger, CancellationToken cancellationToken)
    {
        var schedule = CronExpression.Parse(trigger.Schedule, CronFormat.IncludeSeconds);
        ScheduleStatus? status = null;
        if (trigger.RunOnStartup)
        {
            await WakeAsync(function, status, cancellationToken);
        }

        while (schedule.GetNextOccurrence(clock.GetUtcNow(), TimeZoneInfo.Utc) is { } next)
        {
            await WaitUntilAsync(next, cancellationToken);
            await WakeAsync(function, status, cancellationToken);
            status = new ScheduleStatus { Last = next.UtcDateTime, LastUpdated = clock.GetUtcNow().UtcDateTime };
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset next, CancellationToken cancellationToken)
    {
        // A delay may end a little early by the wall clock; the occurrence must not then be found a second time.
        for (var wait = next - clock.GetUtcNow(); wait > TimeSpan.Zero; wait = next - clock.GetUtcNow())
        {
            await Task.Delay(wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), clock, cancellationToken);
        }
    }

    private async Task WakeAsync(LocalFunction function, ScheduleStatus? status, CancellationToken cancellationToken)
    {
        var (retries, pause) = function.Retry;
        for (var attempt = 0; attempt <= retries; attempt++)
        {
            try
            {
                await call.RunAsync(function, new TimerInfo { ScheduleStatus = status }, NoRoute, cancellationToken);
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The host outlives any function: the failure is told and the next wake-up comes as planned.
                LogFailed(failure, function.Name, attempt + 1);
            }

            if (attempt < retries)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Function} failed, attempt {Attempt}")]
    private partial void LogFailed(Exception failure, string function, int attempt);
}
