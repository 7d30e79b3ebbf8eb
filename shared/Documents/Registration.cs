using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesReports.Documents;

public static class Registration
{
    /// <summary>Every <see cref="IDocumentRenderer"/> and the <see cref="Theme"/>.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration) => services;
}
