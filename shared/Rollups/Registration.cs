using Microsoft.Extensions.DependencyInjection;
using SalesReports.Rollups.Details;

namespace SalesReports.Rollups;

public static class Registration
{
    /// <summary>Where days are kept once they are rolled up, and what follows from them.</summary>
    public static IServiceCollection AddRollups(this IServiceCollection services) => services
        .AddSingleton<RollupStore>()
        .AddSingleton<DetailStore>()
        .AddSingleton<MonthMarkers>()
        .AddSingleton<MonthBlobs>()
        .AddSingleton<MonthStore>()
        .AddSingleton<CustomerChanges>()
        .AddSingleton<FirstOrderIndex>()
        .AddSingleton<FirstOrderRepair>();
}
