using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SalesReports.Store;

public static class Registration
{
    /// <summary>Tables, blobs and queues of one account, and what is kept in them.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        foreach (var log in OperationStore.Logs)
        {
            services.AddSingleton(log);
        }

        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value)
            .AddSingleton<StorageRequests>()
            .AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<StorageRequests>())
            .AddSingleton<StorageClients>()
            .AddSingleton(provider => provider.GetRequiredService<StorageClients>().Tables)
            .AddSingleton(provider => provider.GetRequiredService<StorageClients>().Blobs)
            .AddSingleton<Tables>()
            .AddSingleton<ShardCount>()
            .AddSingleton<FactStore>()
            .AddSingleton<FactReader>()
            .AddSingleton<FiledFacts>()
            .AddSingleton<DirtyDays>()
            .AddSingleton<SourceLedger>()
            .AddSingleton<PullTurns>()
            .AddSingleton<AlertStore>()
            .AddSingleton<ReportStore>()
            .AddSingleton<ForecastStore>()
            .AddSingleton<AuditTrail>()
            .AddSingleton<OperationStore>()
            .AddSingleton<OldRows>()
            .AddSingleton<AdministeredLists>()
            .AddSingleton(new AuditedTable(AdministeredLists.Name, AdministeredLists.Partition));
    }
}
