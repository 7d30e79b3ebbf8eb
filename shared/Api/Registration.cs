using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Api;

public static class Registration
{
    /// <summary>Request handlers and access.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration) => services;
}
