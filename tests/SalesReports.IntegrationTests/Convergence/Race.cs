using Azure;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Eight workers bring the same deliveries in and roll days up, all at once, and die of it again and again.</summary>
internal sealed class Race(AzuriteFixture azurite, int seed)
{
    private const int Workers = 8;
    private static readonly FaultRates s_rates = new(Death: 0.006, Unavailable: 0.001, LostAnswer: 0.004, Delay: 1);

    private readonly Lock _lock = new();
    private readonly List<Work> _work = [];
    private readonly Random _order = new(seed);

    private delegate Task Work(TestWorld world, Random random, CancellationToken cancellationToken);

    public string Prefix { get; } = TestWorld.NewPrefix();

    public int Deaths { get; private set; }

    /// <summary>Ends when everything was delivered and a last sweep found nothing left to do.</summary>
    public async Task RunAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var delivery in deliveries)
        {
            Add((world, random, token) => DeliverAsync(world, delivery, random, token));
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(number => Task.Run(() => WorkerAsync(number, cancellationToken), cancellationToken)));
        await using var last = Open(azurite, Prefix);
        await SweepUntilCleanAsync(last, cancellationToken);
    }

    public static TestWorld Open(AzuriteFixture azurite, string prefix, HttpPipelinePolicy? faults = null) => TestWorld.Create(
        azurite,
        new Dictionary<string, string?> { ["TablePrefix"] = prefix, ["Shards"] = "2" },
        services =>
        {
            if (faults is not null)
            {
                services.AddSingleton(faults);
            }
        });

    public static async Task SweepUntilCleanAsync(TestWorld world, CancellationToken cancellationToken)
    {
        await world.Get<RollUp>().SweepAsync(null, cancellationToken);
        Assert.Empty(await world.Get<RollUp>().DirtyDaysAsync(cancellationToken));
        Assert.Empty(await world.Get<CustomerChanges>().ReadAsync(cancellationToken));
    }

    private async Task WorkerAsync(int number, CancellationToken cancellationToken)
    {
        var random = new Random((seed * 1_000) + number);
        var faults = new StorageFaults(random.Next()) { Rates = s_rates };
        await using var world = Open(azurite, Prefix, faults);
        while (Next() is { } work)
        {
            try
            {
                await work(world, random, cancellationToken);
            }
            catch (Exception fault) when (IsMadeUp(fault))
            {
                // What a queue or the next import does: another worker begins it anew.
                Add(work);
            }
        }

        lock (_lock)
        {
            Deaths += faults.Deaths;
        }
    }

    private void Add(Work work)
    {
        lock (_lock)
        {
            _work.Add(work);
        }
    }

    /// <summary>Any of what waits: pages, messages and sweeps come in between each other.</summary>
    private Work? Next()
    {
        lock (_lock)
        {
            if (_work.Count == 0)
            {
                return null;
            }

            var index = _order.Next(_work.Count);
            var next = _work[index];
            _work.RemoveAt(index);
            return next;
        }
    }

    /// <summary>After a page has been written, its days are rolled up at once, by a message, by a sweep, or by whoever comes later.</summary>
    private async Task DeliverAsync(TestWorld world, Delivery delivery, Random random, CancellationToken cancellationToken)
    {
        var result = await world.Get<FactStore>().WriteAsync(delivery.Kind, delivery.Facts, delivery.Import, cancellationToken);
        foreach (var day in result.Days)
        {
            Work rollUp = (other, _, token) => other.Get<RollUp>().DayAsync(day, token);
            switch (random.Next(3))
            {
                case 0:
                    Add(rollUp);
                    break;
                case 1:
                    await rollUp(world, random, cancellationToken);
                    break;
                default:
                    break;
            }
        }

        if (random.Next(6) == 0)
        {
            Add((other, _, token) => other.Get<RollUp>().SweepAsync(null, token));
        }
    }

    /// <summary>Died, or gave up after storage had refused itself to every retry.</summary>
    private static bool IsMadeUp(Exception fault) => fault is WorkerDeath or IOException
        || (fault is RequestFailedException { Status: 503 }) || (fault is AggregateException several && several.InnerExceptions.All(IsMadeUp));
}
