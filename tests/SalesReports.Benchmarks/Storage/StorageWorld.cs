using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesReports.Hosting;
using SalesReports.Sources;
using SalesReports.Tests;

namespace SalesReports.Benchmarks.Storage;

/// <summary>The product as a host composes it, with tables of its own on the emulator and one source.</summary>
internal sealed class StorageWorld : IAsyncDisposable
{
    /// <summary>What the README recommends up to 100,000 orders a month.</summary>
    public const int Shards = 4;

    private readonly ServiceProvider _services;

    public StorageWorld(string storage, string prefix)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = storage, ["TablePrefix"] = prefix })
            .Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddSalesReports(configuration)
            .AddSingleton<ISource>(Source)
            .BuildServiceProvider();
    }

    /// <summary>The day after the last one of the made orders.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public MadeSource Source { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(8, 0), TimeSpan.Zero);
    }
}
