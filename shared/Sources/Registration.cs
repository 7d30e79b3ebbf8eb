using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Sources;

public static class Registration
{
    /// <summary>Every configured <see cref="ISource"/>.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration) => services;
}
