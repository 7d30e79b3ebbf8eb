using System.Collections.Concurrent;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Oracle;

namespace SalesReports.IntegrationTests.Examples;

/// <summary>The example worlds, each imported once however many questions are asked of it.</summary>
public sealed class ExampleCompanies(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-examples-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Company>> _companies = new(StringComparer.Ordinal);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var company in _companies.Values)
        {
            await company.Value.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal Task<Company> OfAsync(ExampleFile example, CancellationToken cancellationToken) =>
        _companies.GetOrAdd(example.Name, name => new Lazy<Company>(() => Open(example))).Value.ImportedAsync(cancellationToken);

    private Company Open(ExampleFile example)
    {
        var folder = Path.Combine(_folder, Path.GetFileNameWithoutExtension(example.Name));
        example.Facts.WriteTo(folder);
        return Company.Open(azurite, folder, example.PlainSettings());
    }
}
