using System.Text;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>What one recipient would get, to look at, to try, and to send. Source: delivery.md, recipients.</summary>
public sealed class TryRecipientTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-mail-").FullName;
    private ApiServer _server = null!;
    private string _anna = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?>
        {
            ["Delivery:MailFolder"] = _folder,
            ["Delivery:PublicBaseUrl"] = "https://reports.example.com",
            ["Delivery:AllowedDomains:0"] = "example.com",
            ["Delivery:SendingEnabled"] = "true",
            ["Delivery:ActivatedAt"] = "2026-01-01T00:00:00Z",
        });
        await _server.World.Get<FactStore>().WriteAsync(FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100)], 1, Cancellation);
        await _server.World.Get<RollUp>().SweepAsync(null, Cancellation);
        _anna = (await _server.AdminAsync(HttpMethod.Post, "/api/v1/recipients", """{ "email": "anna@example.com", "language": "en" }""")).Json().GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_preview_is_the_message_itself_and_sends_nothing()
    {
        var json = (await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna}/preview")).Json();
        Assert.StartsWith("Revenue W47", json.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains("anna@example.com", json.GetProperty("to").GetString(), StringComparison.Ordinal);
        Assert.Equal("weekly-report-2026-W47.pdf", json.GetProperty("attachments")[0].GetProperty("name").GetString());
        Assert.Contains("unsubscribe?token=", json.GetProperty("headers").GetProperty("List-Unsubscribe").GetString(), StringComparison.Ordinal);
        Assert.Contains("https://reports.example.com/api/v1/links/", json.GetProperty("text").GetString(), StringComparison.Ordinal);

        var mail = await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna}/preview", null, ("Accept", "message/rfc822"));
        using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Body), Cancellation);
        Assert.Equal(json.GetProperty("subject").GetString(), message.Subject);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Empty((await _server.AdminAsync(HttpMethod.Get, "/api/v1/deliveries")).Json().GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_test_goes_to_the_callers_addresses_marked_and_without_the_recipients_links()
    {
        var reply = await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna}/test", """{ "addresses": ["me@example.com", "you@example.com"] }""");

        Assert.Equal(["accepted", "accepted"], reply.Json().GetProperty("outcomes").EnumerateArray().Select(one => one.GetProperty("status").GetString()));
        var mails = Directory.GetFiles(_folder).Select(MimeMessageOf).ToList();
        Assert.Equal(["me@example.com", "you@example.com"], mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(mails, mail => Assert.StartsWith("[TEST] ", mail.Subject, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.False(mail.Headers.Contains("List-Unsubscribe")));
        Assert.All(mails, mail => Assert.DoesNotContain("/api/v1/links/", mail.TextBody, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "addresses": [] }""", "addresses")]
    [InlineData("""{ "addresses": ["me@elsewhere.com"] }""", "addresses[0]")]
    [InlineData("""{ "addresses": ["me@example.com", "nobody"] }""", "addresses[1]")]
    [InlineData("""{ "to": ["me@example.com"] }""", "to")]
    public async Task A_test_to_what_is_not_allowed_is_refused_before_anything_is_sent(string body, string field)
    {
        var reply = await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna}/test", body);

        Assert.Equal((400, field), (reply.Status, reply.Problem().GetProperty("field").GetString()));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_report_is_sent_to_one_person_on_request_and_to_nobody_twice()
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(202, (await _server.AdminAsync(HttpMethod.Post, $"/api/v1/reports/weekly/2026-W47/send?recipient={_anna}")).Status);
            await DrainAsync();
        }

        Assert.Equal("anna@example.com", Assert.Single(Directory.GetFiles(_folder).Select(MimeMessageOf)).To.Mailboxes.Single().Address);
        var row = Assert.Single((await _server.AdminAsync(HttpMethod.Get, "/api/v1/deliveries?kind=weekly&period=2026-W47&status=accepted")).Json().GetProperty("items").EnumerateArray());
        Assert.Equal(_anna, row.GetProperty("recipient").GetString());
        Assert.Equal(409, (await _server.AdminAsync(HttpMethod.Post, $"/api/v1/deliveries/{row.GetProperty("id").GetString()}/retry")).Status);
    }

    [Fact]
    public async Task What_failed_is_sent_again_on_request()
    {
        var id = DeliveryId.Of(Period.WeekOf(new DateOnly(2026, 11, 16)), "company", 1, _anna);
        var ledger = _server.World.Get<DeliveryLedger>();
        await ledger.EnqueueAsync("2026-W47", [new DeliveryRecord { Id = id, Kind = "weekly", Period = "2026-W47", Scope = "company", RecipientId = _anna, Revision = 1, State = DeliveryState.Failed }], Cancellation);
        await _server.World.Get<BuildReport>().RunAsync(Period.WeekOf(new DateOnly(2026, 11, 16)), Cancellation);

        Assert.Equal(202, (await _server.AdminAsync(HttpMethod.Post, $"/api/v1/deliveries/{id}/retry")).Status);
        await DrainAsync();

        Assert.Equal(DeliveryState.Accepted, (await ledger.FindAsync(id, Cancellation))!.State);
    }

    private static MimeMessage MimeMessageOf(string path) => MimeMessage.Load(path, TestContext.Current.CancellationToken);

    private async Task DrainAsync()
    {
        var work = _server.World.Get<QueuedWork>();
        foreach (var (name, handle) in new (string, Func<string, Task>)[] { (WorkQueues.BuildQueue, message => work.BuildAsync(message, Cancellation)), (WorkQueues.DeliverQueue, message => work.DeliverAsync(message, Cancellation)) })
        {
            var queue = await _server.World.Get<Tables>().QueueAsync(name, Cancellation);
            foreach (var message in (await queue.ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value)
            {
                await handle(message.Body.ToString());
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }
        }
    }
}
