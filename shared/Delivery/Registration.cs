using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Delivery;

public static class Registration
{
    /// <summary>Recipients, the composition of mails and the configured <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration) => services;
}
