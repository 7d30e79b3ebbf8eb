using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesReports.Calendar;
using SalesReports.Documents;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Sources;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>A folder of files brought through the whole product on the emulator: pull, roll up, build. Only report JSON comes out.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly SemaphoreSlim _imported = new(1);
    private bool _isImported;

    private Company(TestWorld world) => World = world;

    public TestWorld World { get; }

    /// <summary>Figures need no documents: unless asked for, none are drawn.</summary>
    public static Company Open(AzuriteFixture azurite, string folder, PlainSettings settings, bool withDocuments = false, string? prefix = null)
    {
        var configuration = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["ImportFolder"] = folder,
            ["Currency"] = settings.Currency,
            ["TimeZone"] = settings.TimeZone,
            ["SalesCostPerMonth"] = settings.SalesCostPerMonth?.ToString(CultureInfo.InvariantCulture),
            ["MinimumSample"] = settings.MinimumSample.ToString(CultureInfo.InvariantCulture),
            ["MinimumChurnBase"] = settings.MinimumChurnBase.ToString(CultureInfo.InvariantCulture),
            ["MaximumLifetimeYears"] = settings.MaximumLifetimeYears.ToString(CultureInfo.InvariantCulture),
            ["AmberBand"] = settings.AmberBand.ToString(CultureInfo.InvariantCulture),
            ["TablePrefix"] = prefix ?? TestWorld.NewPrefix(),
        };
        var world = TestWorld.Create(azurite, configuration, services =>
        {
            if (!withDocuments)
            {
                services.RemoveAll<IDocumentRenderer>();
            }
        });

        // Every day of every world has passed.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 1, 15, 8, 0, 0, TimeSpan.Zero));
        return new Company(world);
    }

    public Task<PullOutcome> PullAsync(CancellationToken cancellationToken) =>
        World.Get<PullSources>().RunAsync("csv", PullWindow.Everything, null, cancellationToken);

    public Task<RollUpOutcome> RollUpAsync(CancellationToken cancellationToken) => World.Get<RollUp>().SweepAsync(null, cancellationToken);

    /// <summary>Pulls and rolls up once, whoever asks first, and insists that nothing was refused.</summary>
    public async Task<Company> ImportedAsync(CancellationToken cancellationToken)
    {
        await _imported.WaitAsync(cancellationToken);
        try
        {
            if (!_isImported)
            {
                var outcome = await PullAsync(cancellationToken);
                Assert.Null(outcome.Error);
                Assert.Empty(outcome.Rejections);
                await RollUpAsync(cancellationToken);
                Assert.Empty(await World.Get<RollUp>().DirtyDaysAsync(cancellationToken));
                _isImported = true;
            }

            return this;
        }
        finally
        {
            _imported.Release();
        }
    }

    public async Task<JsonNode> ReportAsync(string period, CancellationToken cancellationToken) =>
        JsonNode.Parse((await BuildAsync(period, cancellationToken)).Files[BuildReport.ReportFile])!;

    public Task<BuiltReport> BuildAsync(string name, CancellationToken cancellationToken) => BuildAsync(name, "company", cancellationToken);

    public Task<BuiltReport> BuildAsync(string name, string scope, CancellationToken cancellationToken)
    {
        Assert.True(Period.TryParse(name, out var period), $"{name} is no period.");
        return World.Get<BuildReport>().RunAsync(period, scope, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        _imported.Dispose();
    }
}
