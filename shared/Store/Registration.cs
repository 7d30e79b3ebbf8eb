using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Store;

public static class Registration
{
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration) => services;
}
