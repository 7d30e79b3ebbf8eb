using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>A built report goes to each person once, in their language, with the revision that was planned.</summary>
public sealed class DeliverTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_person_gets_one_message_in_their_language_however_often_it_is_sent()
    {
        await using var world = await BuiltAsync();

        var rows = await world.Get<PlanDeliveries>().PlanNowAsync(Week, Token);
        foreach (var row in rows.Concat(rows))
        {
            await world.Get<Deliver>().SendAsync(row.Id, Token);
        }

        var mails = Mails();
        Assert.Equal(["anna@example.com", "bob@example.com"], mails.Select(To).Order());
        var (french, english) = (mails.Single(m => To(m) == "anna@example.com"), mails.Single(m => To(m) == "bob@example.com"));
        Assert.StartsWith("CA S47", french.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Revenue W47", english.Subject, StringComparison.Ordinal);
        Assert.Equal(["rapport-hebdomadaire-2026-W47.pdf"], french.Attachments.OfType<MimePart>().Select(part => part.FileName));
        Assert.Equal(["weekly-report-2026-W47.pdf"], english.Attachments.OfType<MimePart>().Select(part => part.FileName));
    }

    [Fact]
    public async Task A_kind_of_report_goes_only_to_those_who_get_it()
    {
        await using var world = await BuiltAsync();
        var month = Period.MonthOf(new DateOnly(2026, 10, 1));
        await AddAsync(world, Made.Order("O0", new DateOnly(2026, 10, 5), "C1", 10));
        await world.Get<BuildReport>().RunAsync(month, Token);

        Assert.Single(await world.Get<PlanDeliveries>().PlanNowAsync(month, Token));
        Assert.Equal(2, (await world.Get<PlanDeliveries>().PlanNowAsync(Week, Token)).Count);
    }

    [Fact]
    public async Task The_planned_revision_is_sent_even_when_a_later_one_exists()
    {
        await using var world = await BuiltAsync();
        var anna = (await world.Get<Recipients>().AllAsync(Token)).Single(person => person.Email == "anna@example.com");
        var planned = DeliveryId.Of(Week, "company", 1, anna.Id);
        Assert.Contains(planned, (await world.Get<PlanDeliveries>().PlanNowAsync(Week, Token)).Select(row => row.Id));
        await AddAsync(world, Made.Order("O2", new DateOnly(2026, 11, 18), "C2", 900));
        Assert.Equal(2, (await world.Get<BuildReport>().RunAsync(Week, Token)).Report.Revision);

        await world.Get<Deliver>().SendAsync(planned, Token);

        var mail = Assert.Single(Mails());
        Assert.Equal("weekly 2026-W47 revision 1", mail.Headers["X-Report"]);
        Assert.Contains("100,00", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("1 000,00".Replace(' ', '\u00A0'), mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weekly-2026-W47-company-r1-00000000000000000000000000000000")]
    [InlineData("weekly-2026-W47-company-r9-00000000000000000000000000000000")]
    [InlineData("../../../etc/passwd")]
    public async Task Nothing_is_sent_for_a_delivery_that_nobody_gets(string id)
    {
        await using var world = await BuiltAsync();

        var outcome = await world.Get<Deliver>().SendAsync(id, Token);

        Assert.Equal(DeliveryStatus.Cancelled, outcome.Status);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task From_queue_to_mail_a_report_takes_its_way_alone()
    {
        await using var world = TestWorld.Create(azurite, Settings());
        await AddAsync(world, Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100));

        await world.Get<QueuedWork>().BuildAsync("""{"period":"2026-W47"}""", Token);
        var queue = await world.Get<Tables>().QueueAsync(WorkQueues.DeliverQueue, Token);
        foreach (var message in (await queue.ReceiveMessagesAsync(32, cancellationToken: Token)).Value)
        {
            await world.Get<QueuedWork>().DeliverAsync(message.MessageText, Token);
        }

        Assert.Equal(2, Mails().Count);
    }

    private async Task<TestWorld> BuiltAsync()
    {
        var world = TestWorld.Create(azurite, Settings());
        await AddAsync(world, Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100));
        await world.Get<BuildReport>().RunAsync(Week, Token);
        return world;
    }

    private static async Task AddAsync(TestWorld world, Fact fact)
    {
        await world.Get<FactStore>().WriteAsync(fact.Kind, [fact], 1, Token);
        await world.Get<RollUp>().SweepAsync(null, Token);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Delivery:MailFolder"] = _folder,
        ["Delivery:SendingEnabled"] = "true",
        ["Delivery:ActivatedAt"] = "2026-01-01T00:00:00Z",
        ["OptionalSources:0"] = "csv",
        ["Delivery:Recipients:0:Email"] = "anna@example.com",
        ["Delivery:Recipients:0:DisplayName"] = "Anna Écrit",
        ["Delivery:Recipients:0:Language"] = "fr",
        ["Delivery:Recipients:1:Email"] = "bob@example.com",
        ["Delivery:Recipients:1:Language"] = "en",
        ["Delivery:Recipients:1:Reports:0"] = "weekly",
    };

    private List<MimeMessage> Mails() => [.. Directory.GetFiles(_folder, "*.eml").Select(file => MimeMessage.Load(file, Token))];

    private static string To(MimeMessage mail) => Assert.IsType<MailboxAddress>(Assert.Single(mail.To)).Address;
}
