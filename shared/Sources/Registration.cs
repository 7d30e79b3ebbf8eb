using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Calendar;
using SalesReports.Sources.Csv;

namespace SalesReports.Sources;

public static class Registration
{
    /// <summary>
    /// Every configured <see cref="ISource"/>. CSV files come from the folder <c>ImportFolder</c>, else from the blob container
    /// <c>ImportContainer</c> (<c>imports</c>); <c>MappingFile</c> names a mapping that lies elsewhere.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => new CsvSource(
            Files(provider, configuration),
            provider.GetRequiredService<BusinessZone>(),
            CsvOptions.Default with { MappingFile = Setting(configuration, "MappingFile") }))
        .AddSingleton<ISource>(provider => provider.GetRequiredService<CsvSource>());

    private static ImportFiles Files(IServiceProvider provider, IConfiguration configuration) => Setting(configuration, "ImportFolder") is { } folder
        ? new FolderFiles(folder)
        : new ContainerFiles(provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(Setting(configuration, "ImportContainer") ?? "imports"));

    private static string? Setting(IConfiguration configuration, string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
