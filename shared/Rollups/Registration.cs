using Microsoft.Extensions.DependencyInjection;
using SalesReports.Rollups.Sales;

namespace SalesReports.Rollups;

public static class Registration
{
    /// <summary>Where days are kept once they are rolled up.</summary>
    public static IServiceCollection AddRollups(this IServiceCollection services) =>
        services.AddSingleton<RollupStore>().AddSingleton<SalesStore>().AddSingleton<MonthStore>()
            .AddSingleton<CustomerChanges>().AddSingleton<FirstOrderIndex>().AddSingleton<FirstOrderRepair>();
}
