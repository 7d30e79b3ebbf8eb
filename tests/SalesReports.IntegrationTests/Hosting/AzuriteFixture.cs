using SalesReports.IntegrationTests.Hosting;
using SalesReports.Local.Emulator;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>One emulator for all tests of the assembly; each <see cref="TestWorld"/> has tables of its own in it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => (_azurite ?? throw new InvalidOperationException("The emulator has not been started.")).ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(null, null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
