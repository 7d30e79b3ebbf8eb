using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Hosting;
using SalesReports.IntegrationTests.Convergence;

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>
/// The product as a host composes it, on the real emulator, with storage of its own (a random prefix) and a clock that the
/// test moves.
/// </summary>
public sealed class TestWorld : IAsyncDisposable
{
    private TestWorld(ServiceProvider services, FakeTimeProvider clock, IConfiguration configuration)
    {
        Services = services;
        Clock = clock;
        Configuration = configuration;
    }

    public ServiceProvider Services { get; }

    /// <summary>Starts on Monday 2026-11-23 at 08:00 UTC.</summary>
    public FakeTimeProvider Clock { get; }

    public IConfiguration Configuration { get; }

    public string Prefix => Configuration["TablePrefix"]!;

    /// <param name="settings">Laid over the defaults; pass another world's prefix as <c>TablePrefix</c> to share its storage.</param>
    /// <param name="replace">Registrations that come after the product's own.</param>
    public static TestWorld Create(
        AzuriteFixture azurite, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage"] = azurite.ConnectionString,
                ["TablePrefix"] = NewPrefix(),
            })
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<HttpPipelinePolicy, TransactionRules>()
            .AddSalesReports(configuration);
        replace?.Invoke(services);
        return new TestWorld(services.BuildServiceProvider(validateScopes: true), clock, configuration);
    }

    /// <summary>A prefix nobody else has: a letter, then hexadecimal digits.</summary>
    public static string NewPrefix() => "t" + RandomNumberGenerator.GetHexString(11, lowercase: true);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
