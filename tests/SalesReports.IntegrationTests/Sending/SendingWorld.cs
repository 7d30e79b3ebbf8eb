using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Jobs;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>A company with a report of 2026-W47 that is due since Monday 07:00 in Paris, people who get it, and a scripted mailer.</summary>
internal sealed class SendingWorld : IAsyncDisposable
{
    public static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));

    private SendingWorld(TestWorld world, ScriptedMailer mailer) => (World, Mailer) = (world, mailer);

    public TestWorld World { get; }

    public ScriptedMailer Mailer { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="mailer">What the ledger takes the mailer for: <c>folder</c>, <c>smtp</c> or <c>sendgrid</c>.</param>
    /// <param name="isScripted">False: the product's own mailer carries the mails.</param>
    public static SendingWorld Open(
        AzuriteFixture azurite, string mailer = "sendgrid", Dictionary<string, string?>? settings = null, ScriptedMailer? script = null, HttpPipelinePolicy? faults = null, TimeProvider? clock = null, bool isScripted = true)
    {
        var (all, carrier) = (Settings(mailer), script ?? new ScriptedMailer());
        foreach (var (name, value) in settings ?? [])
        {
            all[name] = value;
        }

        return new SendingWorld(TestWorld.Create(azurite, all, services =>
        {
            if (isScripted)
            {
                services.AddSingleton<IMailer>(carrier);
            }

            if (faults is not null)
            {
                services.AddSingleton(faults);
            }

            if (clock is not null)
            {
                services.AddSingleton(clock);
            }
        }), carrier);
    }

    /// <summary>Orders of the week, and people who were there before it was due.</summary>
    public async Task<SendingWorld> WithPeopleAsync(params string[] names)
    {
        World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await AddOrdersAsync(Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100), Made.Order("O0", new DateOnly(2026, 10, 6), "C1", 50));
        foreach (var name in names)
        {
            await AddPersonAsync(name);
        }

        World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        return this;
    }

    public async Task AddOrdersAsync(params Fact[] orders)
    {
        await World.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Token);
        await World.Get<RollUp>().SweepAsync(null, Token);
    }

    public async Task<Recipient> AddPersonAsync(string name, string scope = "company", IReadOnlyList<string>? reports = null) =>
        (await World.Get<RecipientTable>().AddAsync(
            World.Get<RecipientRules>().Check(new RecipientDraft { Email = $"{name}@example.com", Scope = scope, Language = "en", Reports = reports }).Recipient!, "test", Token))!;

    /// <summary>A tick of both timers, then whatever they put on the queues, to the end.</summary>
    public async Task TickAsync()
    {
        await World.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Weekly, Token);
        await World.Get<ScheduledWork>().BuildDueAsync(PeriodKind.Monthly, Token);
        foreach (var message in await QueueContents.TakeAsync(World, WorkQueues.BuildQueue, Token))
        {
            await World.Get<QueuedWork>().BuildAsync(message, Token);
        }

        await DrainAsync();
    }

    /// <summary>A tick of the alarm's timer, then what it put on the queue.</summary>
    public async Task AlarmAsync()
    {
        await World.Get<ScheduledWork>().SendAlarmsAsync(Token);
        await DrainAsync();
    }

    public async Task DrainAsync()
    {
        foreach (var message in await QueueContents.TakeAsync(World, WorkQueues.DeliverQueue, Token))
        {
            await World.Get<QueuedWork>().DeliverAsync(message, Token);
        }
    }

    /// <summary>Time passes, the sweep runs, and what it put on the queue is done.</summary>
    public async Task LaterAsync(TimeSpan time)
    {
        World.Clock.Advance(time);
        await World.Get<ScheduledWork>().SettleDeliveriesAsync(Token);
        await DrainAsync();
    }

    public Task<IReadOnlyList<DeliveryRecord>> LedgerAsync() => World.Get<DeliveryLedger>().OfPeriodAsync(Week.Name, Token);

    public async Task<IReadOnlyList<DeliveryState>> StatesAsync() => [.. (await LedgerAsync()).Select(row => row.State)];

    public IEnumerable<string> TakenBy(string kind = "weekly") => Mailer.Taken.Where(mail => mail.Id.StartsWith(kind, StringComparison.Ordinal)).Select(mail => mail.To[..mail.To.IndexOf('@')]).Order(StringComparer.Ordinal);

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static Dictionary<string, string?> Settings(string mailer) => new()
    {
        ["Delivery:Mailer"] = mailer,
        ["Delivery:Smtp:Host"] = "relay.example.com",
        ["Delivery:SendGrid:ApiKey"] = "SG.made-up",
        ["Delivery:SendingEnabled"] = "true",
        ["Delivery:ActivatedAt"] = "2026-01-01T00:00:00Z",
        ["OptionalSources:0"] = "csv",
    };
}
