using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesReports.Api;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Rollups;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Hosting;

/// <summary>The composition that both hosts share.</summary>
public static class SalesReportsServices
{
    /// <summary>Registers every stage, in the order the data flows.</summary>
    public static IServiceCollection AddSalesReports(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSources(configuration)
            .AddStore(configuration)
            .AddRollups()
            .AddMetrics(configuration)
            .AddDocuments(configuration)
            .AddDelivery(configuration)
            .AddJobs(configuration)
            .AddApi(configuration)
            .AddHostedService<StorageCheck>();
    }
}
