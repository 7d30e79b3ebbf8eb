using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Jobs;

public static class Registration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<PullSources>()
        .AddSingleton<RollUp>()
        .AddSingleton<BuildReport>()
        .AddSingleton<Deliver>()
        .AddSingleton<WorkQueues>()
        .AddSingleton<ScheduledWork>()
        .AddSingleton<QueuedWork>();
}
