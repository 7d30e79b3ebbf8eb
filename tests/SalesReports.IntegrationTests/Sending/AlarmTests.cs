using MimeKit;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Convergence;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Kpis.Alarms;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>The daily volume alarm reaches each account owner once, with their own accounts and no other, and only when it is wanted.</summary>
public sealed class AlarmTests(AzuriteFixture azurite)
{
    private const string Alarm = "volumeAlarm";

    /// <summary>Sunday, due on Monday at 07:00 in Paris.</summary>
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_owner_is_told_of_their_own_accounts_once_however_often_the_timer_ticks()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite), ("nora", "rep:R-NORTH"), ("zeb", "rep:R-SOUTH"), ("chief", "company"), ("idle", "rep:R-IDLE"));

        await world.AlarmAsync();
        await world.AlarmAsync();
        world.World.Clock.Advance(TimeSpan.FromHours(9));
        await world.AlarmAsync();

        Assert.Equal(["chief", "nora", "zeb"], world.TakenBy(Alarm));
        var (nora, chief) = (Text(world, "nora"), Text(world, "chief"));
        Assert.StartsWith("Volume alarm: Accounts down: 1 · €400.00 missing", nora, StringComparison.Ordinal);
        Assert.Contains("Northern Lights", nora, StringComparison.Ordinal);
        Assert.All(["Southern Cross", "C-SOUTH", "R-SOUTH", "Zebulon", "4,400", "4,000"], (string canary) => Assert.DoesNotContain(canary, nora, StringComparison.Ordinal));
        Assert.All(["Northern Lights", "Southern Cross", "€4,000.00"], (string said) => Assert.Contains(said, chief, StringComparison.Ordinal));
        Assert.All(await LedgerAsync(world), row => Assert.Equal((DeliveryState.Accepted, Alarm, 1), (row.State, row.Kind, row.Attempts)));
    }

    [Fact]
    public async Task The_day_after_nobody_is_told_again()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite), ("chief", "company"));
        await world.AlarmAsync();
        world.World.Clock.Advance(TimeSpan.FromDays(1));
        await world.AlarmAsync();

        Assert.Single(world.Mailer.Taken);
        Assert.Empty((await world.World.Get<DeliveryPlans>().FindAsync(Alarm, "2026-11-23", Token))!.Deliveries);
    }

    [Fact]
    public async Task One_person_on_three_kinds_of_mail_gets_all_three()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite));
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await world.AddPersonAsync("anna", reports: ["weekly", "monthly", Alarm]);
        await world.AddOrdersAsync(Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100));
        foreach (var now in new[] { new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 2, 6, 0, 0, TimeSpan.Zero) })
        {
            world.World.Clock.AdjustTime(now);
            await world.TickAsync();
            await world.AlarmAsync();
        }

        Assert.Equal(["monthly-2026-11", "volumeAlarm-2026-11-22", "weekly-2026-W47"], world.Mailer.Taken.Select(mail => mail.Id[..mail.Id.IndexOf("-company", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_day_without_a_host_is_made_up_for()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite), ("chief", "company"));
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        await world.AlarmAsync();
        Assert.Empty(world.Mailer.Taken);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero));

        await world.AlarmAsync();

        Assert.StartsWith("volumeAlarm-2026-11-24-company-r1-", Assert.Single(world.Mailer.Taken).Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_and_a_death_at_every_step_send_each_person_one_alarm()
    {
        var faults = new WorkerFaults(1);
        await using var kind = await FallenAsync(SendingWorld.Open(azurite), ("nora", "rep:R-NORTH"), ("zeb", "rep:R-SOUTH"), ("chief", "company"), ("vice", "company"));
        await using var mortal = SendingWorld.Open(azurite, "sendgrid", new() { ["TablePrefix"] = kind.World.Prefix }, kind.Mailer, faults, kind.World.Clock);
        var died = 0;
        for (var (step, isDone) = (1, false); !isDone; step++)
        {
            faults.DiesAt = step;
            try
            {
                await mortal.World.Get<SendAlarms>().RunAsync(Token);
                isDone = true;
            }
            catch (WorkerDeath)
            {
                died++;
            }
        }

        faults.DiesAt = null;
        await Task.WhenAll(kind.AlarmAsync(), mortal.AlarmAsync());
        await kind.LaterAsync(TimeSpan.FromMinutes(11));

        Assert.InRange(died, 20, 2_000);
        Assert.Equal(["chief", "nora", "vice", "zeb"], kind.TakenBy(Alarm));
    }

    [Theory]
    [InlineData("Delivery:VolumeAlarmEnabled", "false")]
    [InlineData("Delivery:SendingEnabled", "false")]
    [InlineData("Delivery:ActivatedAt", "2026-11-23T06:00:01Z")]
    public async Task Switched_off_or_not_yet_on_nothing_is_looked_at(string setting, string value)
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite, settings: new() { [setting] = value }), ("chief", "company"));

        await world.AlarmAsync();

        Assert.Empty(world.Mailer.Taken);
        Assert.Null(await world.World.Get<AlarmStore>().FindAsync("2026-11-22", "company", Token));
    }

    [Fact]
    public async Task Half_a_days_orders_raise_no_alarm()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite, settings: new() { ["OptionalSources:0"] = null }), ("chief", "company"));
        await world.AlarmAsync();
        Assert.Empty(world.Mailer.Taken);

        var ledger = world.World.Get<SourceLedger>();
        await ledger.EndImportAsync("csv", await ledger.BeginImportAsync("csv", Token), new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), null, null, [FactKind.Orders], Token);
        await world.AlarmAsync();

        Assert.Equal(["chief"], world.TakenBy(Alarm));
    }

    [Fact]
    public async Task A_person_who_no_longer_wants_it_gets_none_and_the_mail_says_how_to_leave()
    {
        await using var world = await FallenAsync(SendingWorld.Open(azurite, settings: new() { ["Delivery:PublicBaseUrl"] = "https://reports.example.com" }), ("chief", "company"), ("gone", "company"));
        await world.World.Get<SendAlarms>().RunAsync(Token);
        var table = world.World.Get<RecipientTable>();
        var gone = (await table.ReadAllAsync(Token)).Single(person => person.Email == "gone@example.com");
        await table.ChangeAsync(gone, gone with { Reports = [Subscription.Weekly] }, "recipient.updated", "test", Token);

        await world.DrainAsync();

        Assert.Equal(["chief"], world.TakenBy(Alarm));
        Assert.Equal([DeliveryState.Accepted, DeliveryState.Cancelled], (await LedgerAsync(world)).Select(row => row.State).Order());
        var message = Assert.Single(world.Mailer.Messages);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("href=\"https://reports.example.com/api/v1/unsubscribe?token=", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_gets_it_as_an_eml_that_a_second_run_finds()
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-alarm-").FullName;
        try
        {
            await using var world = await FallenAsync(SendingWorld.Open(azurite, "folder", new() { ["Delivery:MailFolder"] = folder }, isScripted: false), ("nora", "rep:R-NORTH"));
            await world.AlarmAsync();
            var row = Assert.Single(await LedgerAsync(world));
            await world.World.Get<DeliveryLedger>().ChangeAsync(row.Id, seen => seen with { State = DeliveryState.Queued }, Token);
            await world.World.Get<Deliver>().SendAsync(row.Id, Token);

            var file = Assert.Single(Directory.GetFiles(folder));
            Assert.Equal($"{row.Id}.eml", Path.GetFileName(file));
            using var message = await MimeMessage.LoadAsync(file, Token);
            Assert.Equal(("nora@example.com", "volumeAlarm 2026-11-22"), (message.To.Mailboxes.Single().Address, message.Headers["X-Report"]));
            Assert.Contains("Northern Lights", message.HtmlBody, StringComparison.Ordinal);
            Assert.Empty(message.Attachments);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<SendingWorld> FallenAsync(SendingWorld world, params (string Name, string Scope)[] people)
    {
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var facts = world.World.Get<FactStore>();
        await facts.WriteAsync(FactKind.Reps, [Rep("R-NORTH", "Nora", "North"), Rep("R-SOUTH", "Zebulon", "South"), Rep("R-IDLE", "Ida", "North")], 1, Token);
        await facts.WriteAsync(FactKind.Customers, [Account("C-NORTH", "Northern Lights", "R-NORTH"), Account("C-SOUTH", "Southern Cross", "R-SOUTH")], 1, Token);
        await world.AddOrdersAsync([.. Orders("C-NORTH", "R-NORTH", 1), .. Orders("C-SOUTH", "R-SOUTH", 10)]);
        foreach (var (name, scope) in people)
        {
            await world.AddPersonAsync(name, scope, [Alarm]);
        }

        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        return world;

        static Fact Rep(string id, string name, string team) => new Rep { Source = "csv", Id = id, Name = name, Team = team };
        static Fact Account(string id, string name, string owner) => new Customer { Source = "csv", Id = id, Name = name, OwnerId = owner };
    }

    /// <summary>A large order leaves the last 90 days at the end of <see cref="Day"/>.</summary>
    private static IEnumerable<Fact> Orders(string customer, string rep, int factor) =>
        new[] { (new DateOnly(2025, 10, 1), 500), (Day.AddDays(-90), 300), (new DateOnly(2026, 9, 15), 50), (new DateOnly(2026, 10, 15), 50) }
            .Select(order => (Fact)(Made.Order($"{customer}-{order.Item1:yyyyMMdd}", order.Item1, customer, order.Item2 * factor) with { RepId = rep }));

    private static Task<IReadOnlyList<DeliveryRecord>> LedgerAsync(SendingWorld world) => world.World.Get<DeliveryLedger>().OfPeriodAsync("2026-11-22", Token);

    private static string Text(SendingWorld world, string name) => world.Mailer.Taken.Single(mail => mail.To == $"{name}@example.com").Text;
}
