using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesReports.Documents.Email;
using SalesReports.Documents.Html;
using SalesReports.Documents.Pdf;
using SalesReports.Documents.Xlsx;

namespace SalesReports.Documents;

public static class Registration
{
    /// <summary>Every <see cref="IDocumentRenderer"/>, the <see cref="IMailBodyRenderer"/> and the <see cref="Theme"/>.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ThemeOptions>().Bind(configuration.GetSection("Theme")).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ThemeOptions>, ThemeOptionsValidator>()
            .AddSingleton(provider => ThemeOf(provider.GetRequiredService<IOptions<ThemeOptions>>().Value, configuration["CompanyName"]))
            .AddSingleton<HtmlDocument>()
            .AddSingleton<IDocumentRenderer, PdfRenderer>()
            .AddSingleton<IDocumentRenderer, HtmlReportRenderer>()
            .AddSingleton<IDocumentRenderer, WorkbookRenderer>()
            .AddSingleton<IMailBodyRenderer, MailBodyRenderer>()
            .AddSingleton<AlarmBodyRenderer>();
    }

    /// <summary>Of options that were found right.</summary>
    private static Theme ThemeOf(ThemeOptions options, string? company) => new(company is { Length: > 0 } ? company : "SalesReports")
    {
        Primary = BrandColour.Parse(options.PrimaryColour),
        Accent = BrandColour.Parse(options.AccentColour),
        Paper = options.Paper == Paper.Letter.Name ? Paper.Letter : Paper.A4,
        Logo = options.Logo.Length > 0 ? File.ReadAllBytes(options.Logo) : default(ReadOnlyMemory<byte>),
    };
}
