using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Local.Runner;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>Two hosts over one storage, with every message doubled and one host stopped at work: each report once, each mail once.</summary>
public sealed class TwoHostsTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-two-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hosts_that_race_on_doubled_messages_send_each_person_one_mail_of_one_revision()
    {
        await using var one = World(TestWorld.NewPrefix());
        await using var two = World(one.Prefix);
        await one.Get<FactStore>().WriteAsync(FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100)], 1, Token);
        await one.Get<RollUp>().SweepAsync(null, Token);
        await Task.WhenAll(one.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token), two.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token));
        await QueueContents.PutAsync(one, WorkQueues.BuildQueue, """{"period":"2026-W47"}""", Token);

        using (var stopped = Runner(two))
        {
            await stopped.StartAsync(Token);
            await UntilAsync(one, WorkQueues.DeliverQueue, count => count > 0);
            await stopped.StopAsync(CancellationToken.None);
        }

        using var first = Runner(one);
        using var second = Runner(two);
        await Task.WhenAll(first.StartAsync(Token), second.StartAsync(Token));
        await UntilAsync(one, WorkQueues.BuildQueue, count => count == 0);
        await UntilAsync(one, WorkQueues.DeliverQueue, count => count == 0);
        await Task.WhenAll(first.StopAsync(CancellationToken.None), second.StopAsync(CancellationToken.None));

        Assert.Equal(2, Directory.GetFiles(_folder, "*.eml").Length);
        Assert.Equal(1, (await one.Get<ReportStore>().FindAsync(Period.WeekOf(new DateOnly(2026, 11, 17)), "company", null, Token))!.Revision);
        Assert.Empty(await one.Get<AlertStore>().ListAsync(null, Token));
    }

    private static QueueRunner Runner(TestWorld world) => new(
        FunctionCatalog.Product,
        new FunctionCall(world.Services.GetRequiredService<IServiceScopeFactory>()),
        world.Get<Tables>(),
        new HostFile { BatchSize = 4 },
        NullLogger<QueueRunner>.Instance);

    private static async Task UntilAsync(TestWorld world, string queue, Func<int, bool> reached)
    {
        for (var waited = Stopwatch.StartNew(); !reached(await world.Get<QueueDepths>().CountAsync(queue, Token)); await Task.Delay(50, Token))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(5), $"The messages of {queue} did not come to an end.");
        }
    }

    private TestWorld World(string prefix) => TestWorld.Create(azurite, new Dictionary<string, string?>
    {
        ["TablePrefix"] = prefix,
        ["Delivery:MailFolder"] = _folder,
        ["Delivery:SendingEnabled"] = "true",
        ["Delivery:ActivatedAt"] = "2026-01-01T00:00:00Z",
        ["OptionalSources:0"] = "csv",
        ["Delivery:Recipients:0:Email"] = "anna@example.com",
        ["Delivery:Recipients:0:Language"] = "fr",
        ["Delivery:Recipients:1:Email"] = "bob@example.com",
        ["Delivery:Recipients:1:Language"] = "en",
    });
}
