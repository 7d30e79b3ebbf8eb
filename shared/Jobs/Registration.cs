using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SalesReports.Jobs;

public static class Registration
{
    /// <summary>The jobs, and what wakes them.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<QueueOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ScheduleOptions>>().Value)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<QueueOptions>>().Value)
            .AddSingleton<UnheldFacts>()
            .AddSingleton<PullSources>()
            .AddSingleton<RollUp>()
            .AddSingleton<Sweep>()
            .AddSingleton<Rebuild>()
            .AddSingleton<PeriodGuard>()
            .AddSingleton<ReportReader>()
            .AddSingleton<BuildReport>()
            .AddSingleton<TraceFigure>()
            .AddSingleton<MeasureSeries>()
            .AddSingleton<SendingRules>()
            .AddSingleton<ReadinessGate>()
            .AddSingleton<LateReports>()
            .AddSingleton<SendDue>()
            .AddSingleton<PlanDeliveries>()
            .AddSingleton<ReportLetters>()
            .AddSingleton<AlarmLetters>()
            .AddSingleton<Letters>()
            .AddSingleton<FindAlarm>()
            .AddSingleton<SendAlarms>()
            .AddSingleton<DeliveryAlerts>()
            .AddSingleton<Deliver>()
            .AddSingleton<SettleDeliveries>()
            .AddSingleton<ResendDeliveries>()
            .AddSingleton<QueueDepths>()
            .AddSingleton<WorkQueues>()
            .AddSingleton<WorkFailures>()
            .AddSingleton<RetryWork>()
            .AddSingleton<SendAsked>()
            .AddSingleton<TryLetters>()
            .AddSingleton<AskedWork>()
            .AddSingleton<ImportUpload>()
            .AddSingleton<AdministerFacts>()
            .AddSingleton<ScheduledWork>()
            .AddSingleton<QueuedWork>();
    }
}
