using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents.Email;
using SalesReports.Documents.Html;
using SalesReports.Documents.Pdf;

namespace SalesReports.Documents;

public static class Registration
{
    /// <summary>Every <see cref="IDocumentRenderer"/>, the <see cref="IMailBodyRenderer"/> and the <see cref="Theme"/>.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new Theme(configuration["CompanyName"] is { Length: > 0 } name ? name : "SalesReports"))
        .AddSingleton<HtmlDocument>()
        .AddSingleton<IDocumentRenderer, PdfRenderer>()
        .AddSingleton<IDocumentRenderer, HtmlReportRenderer>()
        .AddSingleton<IMailBodyRenderer, MailBodyRenderer>();
}
