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
        services.AddOptions<EntraSettings>().Bind(configuration.GetSection("Entra")).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(EntraTokens.ClientName);
        return services
            .AddSingleton<KeyTable>()
            .AddSingleton(provider => new ApiKeys(
                provider.GetRequiredService<KeyTable>(),
                provider.GetRequiredService<IOptions<AccessSettings>>().Value,
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<FailedAttempts>()
            .AddSingleton(provider => new Gate(
                provider.GetRequiredService<ApiKeys>(),
                Tokens(provider),
                provider.GetRequiredService<FailedAttempts>(),
                provider.GetRequiredService<ILogger<Gate>>()))
            .AddSingleton<ServedReports>()
            .AddSingleton<ListReports>()
            .AddSingleton<GetReport>()
            .AddSingleton<GetDocument>()
            .AddSingleton<GetLineage>()
            .AddSingleton<GetMetric>()
            .AddSingleton(new AuditedTable(KeyTable.Name, KeyTable.Partition))
            .AddSingleton<AdministerRecipients>()
            .AddSingleton<AdministerKeys>()
            .AddSingleton<ListAudit>()
            .AddSingleton<StartedWork>()
            .AddSingleton<StartBuild>()
            .AddSingleton<StartSend>()
            .AddSingleton<TryRecipient>()
            .AddSingleton<GetOperation>()
            .AddSingleton<AdministerSources>()
            .AddSingleton<ImportFile>()
            .AddSingleton<AdministerTeams>()
            .AddSingleton<AdministerTargets>()
            .AddSingleton<AdministerDeliveries>()
            .AddSingleton<OpenLink>()
            .AddSingleton<Unsubscribe>()
            .AddSingleton<ReceiveEvents>()
            .AddSingleton<Health>()
            .AddSingleton<DescribeApi>();
    }

    private static EntraTokens? Tokens(IServiceProvider provider) => provider.GetRequiredService<IOptions<EntraSettings>>().Value is { IsSet: true } settings
        ? new EntraTokens(settings, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>())
        : null;
}
