using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SalesReports.Delivery;

public static class Registration
{
    /// <summary>Recipients and the <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection("Delivery")).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>()
            .AddSingleton<Recipients>()
            .AddSingleton<IMailer, FolderMailer>();
    }
}
