using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesReports.Calendar;

namespace SalesReports.Kpis;

public static class Registration
{
    /// <summary>The settings that figures depend on, and the calendar made from them.</summary>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MetricSettings>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MetricSettings>, BonusSettingsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<MetricSettings>>().Value)
            .AddSingleton(provider => new BusinessZone(provider.GetRequiredService<MetricSettings>().TimeZone))
            .AddSingleton(provider => Holidays(provider.GetRequiredService<MetricSettings>()));
    }

    private static PublicHolidays Holidays(MetricSettings settings) => PublicHolidays.Of(settings.Country, settings.HolidaysFile);
}
