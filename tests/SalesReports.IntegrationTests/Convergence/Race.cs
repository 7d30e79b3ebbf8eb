using Azure;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Eight workers bring the same deliveries in and roll days up, all at once, and die of it again and again.</summary>
internal sealed class Race(AzuriteFixture azurite, int seed)
{
    private const int Workers = 8;
    private static readonly FaultRates s_rates = new(Death: 0.006, Unavailable: 0.001, LostAnswer: 0.004);

    private readonly Lock _lock = new();
    private readonly List<Work> _work = [];
    private readonly Random _order = new(seed);
    private int _pagesLeft;

    private delegate Task Work(TestWorld world, Random random, CancellationToken cancellationToken);

    public string Prefix { get; } = TestWorld.NewPrefix();

    public int Deaths { get; private set; }

    /// <summary>
    /// After each round, and one sweep without faults, what is derived must be what the facts say: a wrong day may be put right by
    /// chance when the next page comes to it, so it is looked for before.
    /// </summary>
    public async Task<IReadOnlyList<string>> RunAsync(IEnumerable<IReadOnlyList<Delivery>> rounds, CancellationToken cancellationToken)
    {
        var workers = Enumerable.Range(0, Workers).Select(number => new Random((seed * 1_000) + number)).Select(random => (Random: random, Faults: new StorageFaults(random.Next()))).ToList();
        var worlds = workers.ConvertAll(worker => Open(azurite, Prefix, worker.Faults));
        await using var kind = Open(azurite, Prefix);
        var wrong = new List<string>();
        foreach (var (round, number) in rounds.Select((round, index) => (round, index + 1)))
        {
            workers.ForEach(worker => worker.Faults.Rates = s_rates);
            Begin(round);
            await Task.WhenAll(worlds.Select((world, index) => Task.Run(() => WorkAsync(world, workers[index].Random, cancellationToken), cancellationToken)));
            wrong.AddRange((await DerivedState.SettleAsync(kind, cancellationToken)).Select(difference => $"round {number}: {difference}"));
        }

        Deaths = workers.Sum(worker => worker.Faults.Deaths);
        foreach (var world in worlds)
        {
            await world.DisposeAsync();
        }

        return wrong;
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

    private void Begin(IReadOnlyList<Delivery> pages)
    {
        _work.Clear();
        _work.AddRange(pages.Select(page => (Work)((world, random, token) => DeliverAsync(world, page, random, token))));
        _pagesLeft = pages.Count;
    }

    private async Task WorkAsync(TestWorld world, Random random, CancellationToken cancellationToken)
    {
        while (Next() is { } work)
        {
            try
            {
                await work(world, random, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && IsFault(fault))
            {
                // What a queue or the next import does: another worker begins it anew.
                Add(work);
            }
        }
    }

    private void Add(Work work)
    {
        lock (_lock)
        {
            _work.Add(work);
        }
    }

    /// <summary>
    /// Any of what waits: pages, messages and sweeps come in between each other. Behind the last page nothing is begun any more: a
    /// message rolls its day up whether it is dirty or not, and would put right what a race has spoilt.
    /// </summary>
    private Work? Next()
    {
        lock (_lock)
        {
            if (_work.Count == 0 || _pagesLeft == 0)
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
        foreach (var day in result.Days.Where(_ => random.Next(2) == 0))
        {
            Add((other, _, token) => other.Get<RollUp>().DayAsync(day, token));
        }

        if (result.Days.Count > 0 && random.Next(3) == 0)
        {
            await world.Get<RollUp>().DaysAsync([.. result.Days.Order()], cancellationToken);
        }

        if (random.Next(4) == 0)
        {
            Add((other, _, token) => other.Get<RollUp>().SweepAsync(null, token));
        }

        Interlocked.Decrement(ref _pagesLeft);
    }

    /// <summary>Died, or gave up after storage had refused itself to every retry, or had not answered in time.</summary>
    private static bool IsFault(Exception fault) => fault is WorkerDeath or IOException or TaskCanceledException
        || (fault is RequestFailedException { Status: 503 }) || (fault is AggregateException several && several.InnerExceptions.All(IsFault));
}
