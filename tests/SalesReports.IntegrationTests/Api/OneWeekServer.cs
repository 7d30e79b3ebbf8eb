using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>One server with one report, for tests that only read.</summary>
public sealed class OneWeekServer(AzuriteFixture azurite) : IAsyncLifetime
{
    private ApiServer? _server;

    internal ApiServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync(azurite);
        await _server.PublishAsync("2026-W46");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
