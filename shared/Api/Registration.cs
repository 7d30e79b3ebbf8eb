using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesReports.Store;

namespace SalesReports.Api;

public static class Registration
{
    /// <summary>Request handlers and access.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessSettings>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<KeyTable>()
            .AddSingleton(provider => new ApiKeys(
                provider.GetRequiredService<KeyTable>(),
                provider.GetRequiredService<IOptions<AccessSettings>>().Value,
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<FailedAttempts>()
            .AddSingleton(provider => new Gate(
                provider.GetRequiredService<ApiKeys>(),
                provider.GetRequiredService<FailedAttempts>(),
                provider.GetRequiredService<ILogger<Gate>>()))
            .AddSingleton<ListReports>()
            .AddSingleton<GetReport>()
            .AddSingleton<GetDocument>()
            .AddSingleton<GetLineage>()
            .AddSingleton<GetMetric>()
            .AddSingleton(new AuditedTable(KeyTable.Name, KeyTable.Partition))
            .AddSingleton<AdministerRecipients>()
            .AddSingleton<AdministerKeys>()
            .AddSingleton<ListAudit>()
            .AddSingleton<Health>()
            .AddSingleton<DescribeApi>();
    }
}
