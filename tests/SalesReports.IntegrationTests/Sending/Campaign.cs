using Azure.Storage.Queues.Models;

using SalesReports.Delivery;
using SalesReports.IntegrationTests.Convergence;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>
/// Two workers send one report to sixty people and die of it again and again. What a worker had handed over and not yet recorded
/// when it died is counted apart: nothing else may be sent twice, and nobody may be left out.
/// </summary>
internal sealed class Campaign : IAsyncDisposable
{
    public const int People = 60;
    private const double Rate = 0.015;
    private const int MostRounds = 60;
    private const int AtOnce = 4;

    private readonly SendingWorld _kind;
    private readonly IReadOnlyList<(SendingWorld World, WorkerFaults Faults)> _workers;
    private readonly HashSet<string> _inDoubt = new(StringComparer.Ordinal);

    private Campaign(SendingWorld kind, IReadOnlyList<(SendingWorld World, WorkerFaults Faults)> workers) => (_kind, _workers) = (kind, workers);

    /// <summary>Deliveries that a worker claimed, and died before it could record what became of them.</summary>
    public IReadOnlySet<string> InDoubt => _inDoubt;

    public int Deaths => _workers.Sum(worker => worker.Faults.Deaths);

    public SendingWorld World => _kind;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Campaign> CreateAsync(AzuriteFixture azurite, string mailer, int seed)
    {
        var kind = await SendingWorld.Open(azurite, mailer).WithPeopleAsync([.. Enumerable.Range(0, People).Select(i => $"p{i:D2}")]);
        var workers = Enumerable.Range(0, 2).Select(number =>
        {
            var faults = new WorkerFaults((seed * 10) + number);
            var script = new ScriptedMailer();
            script.Answer = (id, message) =>
            {
                faults.Point();
                if (mailer == "folder" && kind.Mailer.Taken.Any(mail => mail.Id == id))
                {
                    return new DeliveryOutcome(DeliveryStatus.AlreadySent, id, null);
                }

                kind.Mailer.Take(id, message);
                faults.Point();
                return new DeliveryOutcome(DeliveryStatus.Accepted, id, null);
            };
            return (SendingWorld.Open(azurite, mailer, new() { ["TablePrefix"] = kind.World.Prefix }, script, faults, kind.World.Clock), faults);
        });
        return new Campaign(kind, [.. workers]);
    }

    /// <param name="whenLost">Told of what is in doubt once its lease has run out; a provider's events come in here.</param>
    public async Task RunAsync(Func<IReadOnlyList<DeliveryRecord>, Task> whenLost)
    {
        await _kind.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token);
        Arm(Rate);
        await Task.WhenAll(_workers.Select(worker => UntilDoneAsync(() => worker.World.World.Get<SendDue>().RunAsync(SendingWorld.Week, Token))));
        for (var round = 0; round < MostRounds && (await _kind.World.Get<DeliveryLedger>().UnsettledAsync(SendingWorld.Week.Start, Token)).Any(IsOpen); round++)
        {
            await Task.WhenAll(_workers.Select(worker => Task.Run(() => WorkAsync(worker.World), Token)));

            // Nobody is at work now: what is still claimed was claimed by one who died before the record.
            _inDoubt.UnionWith((await _kind.LedgerAsync()).Where(row => row.State == DeliveryState.Claimed).Select(row => row.Id));
            _kind.World.Clock.Advance(TimeSpan.FromMinutes(6));
            await whenLost([.. (await _kind.LedgerAsync()).Where(row => _inDoubt.Contains(row.Id) && !row.WasTaken)]);
            await Task.WhenAll(_workers.Select(worker => UntilDoneAsync(() => worker.World.World.Get<SettleDeliveries>().RunAsync(Token))));
        }

        Arm(0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (world, _) in _workers)
        {
            await world.DisposeAsync();
        }

        await _kind.DisposeAsync();
    }

    /// <summary>What a relay lost stays as it is.</summary>
    private static bool IsOpen(DeliveryRecord row) => row.State is DeliveryState.Queued or DeliveryState.Claimed
        || (row.State == DeliveryState.Unknown && (row.Mailer != "smtp" || row.ToldAt is null));

    private void Arm(double rate)
    {
        foreach (var (_, faults) in _workers)
        {
            faults.Rate = rate;
        }
    }

    /// <summary>A worker that died is started again.</summary>
    private static async Task UntilDoneAsync(Func<Task> work)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (WorkerDeath)
            {
                // The next one carries on.
            }
        }
    }

    private async Task WorkAsync(SendingWorld world)
    {
        var queue = await _kind.World.Get<Tables>().QueueAsync(WorkQueues.DeliverQueue, Token);
        while ((await queue.ReceiveMessagesAsync(8, TimeSpan.FromMinutes(5), Token)).Value is { Length: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token }, async (message, _) =>
            {
                if (await SurvivesAsync(world, message))
                {
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token);
                }
            });
        }
    }

    /// <summary>A dead worker leaves its message where it is, out of sight for now; the sweep is what must find the delivery.</summary>
    private static async Task<bool> SurvivesAsync(SendingWorld world, QueueMessage message)
    {
        var id = System.Text.Json.JsonDocument.Parse(message.MessageText).RootElement.GetProperty("deliveryId").GetString()!;
        try
        {
            await world.World.Get<Deliver>().SendAsync(id, Token);
            return true;
        }
        catch (WorkerDeath)
        {
            return false;
        }
    }
}
