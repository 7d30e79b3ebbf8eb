using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesReports.Store;

namespace SalesReports.Delivery;

public static class Registration
{
    /// <summary>Recipients and the <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var log in ToldEvents.Logs)
        {
            services.AddSingleton(log);
        }

        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection("Delivery")).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>()
            .AddSingleton<RecipientRules>()
            .AddSingleton<RecipientTable>()
            .AddSingleton(new AuditedTable(RecipientTable.Name, RecipientTable.Partition))
            .AddSingleton<Recipients>()
            .AddSingleton<DeliveryLedger>()
            .AddSingleton<DeliveryPlans>()
            .AddSingleton<AlarmStore>()
            .AddSingleton<Withdrawals>()
            .AddSingleton<ToldEvents>()
            .AddSingleton<ProviderEvents>()
            .AddSingleton<LinkSigner>()
            .AddSingleton<MailLinks>()
            .AddMailer();
    }

    private static IServiceCollection AddMailer(this IServiceCollection services)
    {
        services.AddHttpClient(SendGridMailer.ClientName);
        return services
            .AddSingleton<FolderMailer>()
            .AddSingleton<SmtpMailer>()
            .AddSingleton<SendGridMailer>()
            .AddSingleton<IMailer>(provider => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.Mailer switch
            {
                "smtp" => provider.GetRequiredService<SmtpMailer>(),
                "sendgrid" => provider.GetRequiredService<SendGridMailer>(),
                _ => provider.GetRequiredService<FolderMailer>(),
            });
    }
}
