using System.Globalization;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Convergence;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>
/// Everybody gets exactly one message of a report, whatever dies when; the one exception, a death between the claim and its record,
/// is counted and ends as delivery.md says of each mailer. <c>DELIVERY_SEEDS</c> says how many seeds (10).
/// </summary>
public sealed class CampaignTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("DELIVERY_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) ? seeds : 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Two_workers_that_die_between_any_two_steps_send_each_of_sixty_people_one_message(int seed)
    {
        var mailer = (seed % 4) switch { 0 => "folder", 1 => "smtp", _ => "sendgrid" };
        var hasEvents = seed % 4 == 2;
        await using var campaign = await Campaign.CreateAsync(azurite, mailer, seed);

        await campaign.RunAsync(hasEvents ? lost => TellAsync(campaign, lost) : _ => Task.CompletedTask);

        var sent = campaign.World.Mailer.Taken.CountBy(mail => mail.Id).ToDictionary(StringComparer.Ordinal);
        var rows = await campaign.World.LedgerAsync();
        Assert.Equal(Campaign.People, rows.Count);
        Assert.True(campaign.Deaths > 0, "No worker died: the test was too kind.");
        Assert.InRange(campaign.InDoubt.Count, 0, campaign.Deaths);
        Assert.All(rows, row => Check(row, sent.GetValueOrDefault(row.Id), mailer, hasEvents, campaign.InDoubt.Contains(row.Id)));
        Assert.All(campaign.World.Mailer.Taken, mail => Assert.Contains(rows, row => row.Id == mail.Id));
        TestContext.Current.SendDiagnosticMessage("seed {0} {1}: {2} deaths, {3} in doubt, {4} sent twice", seed, mailer, campaign.Deaths, campaign.InDoubt.Count, sent.Values.Count(count => count > 1));
    }

    [Fact]
    public async Task A_death_at_each_single_step_of_a_sending_costs_no_message_and_doubles_one_only_after_acceptance()
    {
        var faults = new WorkerFaults(1);
        await using var kind = await SendingWorld.Open(azurite).WithPeopleAsync([.. Enumerable.Range(0, 30).Select(i => $"p{i:D2}")]);
        await using var mortal = SendingWorld.Open(azurite, "sendgrid", new() { ["TablePrefix"] = kind.World.Prefix }, kind.Mailer, faults, kind.World.Clock);
        kind.Mailer.Answer = (id, message) =>
        {
            faults.Point();
            kind.Mailer.Take(id, message);
            faults.Point();
            return new DeliveryOutcome(DeliveryStatus.Accepted, id, null);
        };
        var rows = await kind.World.Get<PlanDeliveries>().PlanNowAsync(SendingWorld.Week, Token);
        var (died, doubted) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (row, step) in rows.Select((row, index) => (row, index + 1)))
        {
            faults.DiesAt = step;
            try
            {
                await mortal.World.Get<Deliver>().SendAsync(row.Id, Token);
            }
            catch (WorkerDeath)
            {
                died++;
                var after = (await kind.World.Get<DeliveryLedger>().FindAsync(row.Id, Token))!;
                if (after.State == DeliveryState.Claimed && kind.Mailer.Taken.Any(mail => mail.Id == row.Id))
                {
                    doubted.Add(row.Id);
                }
            }
        }

        faults.DiesAt = null;
        await kind.LaterAsync(TimeSpan.FromMinutes(16));
        await kind.LaterAsync(TimeSpan.FromMinutes(16));

        Assert.InRange(died, 10, rows.Count - 1);
        Assert.NotEmpty(doubted);
        var sent = kind.Mailer.Taken.CountBy(mail => mail.Id).ToDictionary(StringComparer.Ordinal);
        Assert.All(rows, row => Assert.Equal(doubted.Contains(row.Id) ? 2 : 1, sent[row.Id]));
        Assert.All(await kind.StatesAsync(), state => Assert.Equal(DeliveryState.Accepted, state));
    }

    private static void Check(DeliveryRecord row, int sent, string mailer, bool hasEvents, bool isInDoubt)
    {
        if (mailer == "smtp" && isInDoubt)
        {
            // Nobody can know, so it is not sent again, and the admins are told.
            Assert.Equal(DeliveryState.Unknown, row.State);
            Assert.NotNull(row.ToldAt);
            Assert.InRange(sent, 0, 1);
            return;
        }

        Assert.Contains(row.State, (DeliveryState[])[DeliveryState.Accepted, DeliveryState.Delivered]);
        if (mailer == "sendgrid" && isInDoubt && !hasEvents)
        {
            Assert.InRange(sent, 1, row.Attempts);
            return;
        }

        Assert.Equal(1, sent);
    }

    /// <summary>The provider tells of what it took, twice and in the wrong order.</summary>
    private static async Task TellAsync(Campaign campaign, IReadOnlyList<DeliveryRecord> lost)
    {
        var ledger = campaign.World.World.Get<DeliveryLedger>();
        foreach (var row in lost.Where(row => campaign.World.Mailer.Taken.Any(mail => mail.Id == row.Id)))
        {
            foreach (var state in (DeliveryState[])[DeliveryState.Delivered, DeliveryState.Accepted, DeliveryState.Delivered])
            {
                await ledger.ApplyAsync(new ProviderEvent(row.Id, state, campaign.World.World.Clock.GetUtcNow(), null, null), Token);
            }
        }
    }
}
