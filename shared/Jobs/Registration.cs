using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SalesReports.Jobs;

public static class Registration
{
    /// <summary>The jobs, and what wakes them.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().Bind(configuration).ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ScheduleOptions>>().Value)
            .AddSingleton<UnheldFacts>()
            .AddSingleton<PullSources>()
            .AddSingleton<RollUp>()
            .AddSingleton<PeriodGuard>()
            .AddSingleton<ReportReader>()
            .AddSingleton<BuildReport>()
            .AddSingleton<Deliver>()
            .AddSingleton<WorkQueues>()
            .AddSingleton<ScheduledWork>()
            .AddSingleton<QueuedWork>();
    }
}
