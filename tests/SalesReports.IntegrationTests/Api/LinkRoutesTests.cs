using System.Text;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Links of a mail: signed, without login, for one recipient. Source: delivery.md, RFC 8058.</summary>
public sealed class LinkRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 9));

    private ApiServer _server = null!;
    private Recipient _anna = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync(azurite, new Dictionary<string, string?> { ["Delivery:PublicBaseUrl"] = "https://reports.example.com/", ["Delivery:UnsubscribeAddress"] = "stop@example.com" });
        await _server.PublishAsync(Week.Name);
        _anna = await AddAsync("anna@example.com", isRequired: false);
        _server.World.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_says_how_to_unsubscribe_with_one_click_and_by_mail()
    {
        using var message = new MimeMessage();
        await _server.World.Get<MailLinks>().AddHeadersAsync(message, _anna, Cancellation);

        var unsubscribe = (await _server.World.Get<MailLinks>().UnsubscribeAsync(_anna, Cancellation))!.AbsoluteUri;
        Assert.StartsWith("https://reports.example.com/api/v1/unsubscribe?token=", unsubscribe, StringComparison.Ordinal);
        Assert.Equal($"<{unsubscribe}>, <mailto:stop@example.com?subject=unsubscribe>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_one_click_acts_as_often_as_it_comes()
    {
        var path = (await _server.World.Get<MailLinks>().UnsubscribeAsync(_anna, Cancellation))!.PathAndQuery;
        for (var i = 0; i < 3; i++)
        {
            var page = await _server.GetAsync(path, "");
            Assert.Equal((200, "text/html"), (page.Status, page.ContentHeaders.ContentType?.MediaType));
            Assert.Contains("<form method=\"post\">", page.Text, StringComparison.Ordinal);
            Assert.Contains("Se désabonner", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("anna", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(RecipientStatus.Active, (await FindAsync(_anna))!.Status);
        }

        for (var i = 0; i < 2; i++)
        {
            using var click = new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded");
            Assert.Equal(200, (await _server.SendAsync(HttpMethod.Post, path, click, "")).Status);
            Assert.Equal(RecipientStatus.Unsubscribed, (await FindAsync(_anna))!.Status);
        }

        using var multipart = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        Assert.Equal(200, (await _server.SendAsync(HttpMethod.Post, path, multipart, "")).Status);
        var entry = (await _server.World.Get<AuditTrail>().ReadAsync(null, 100, Cancellation)).Items.Single(entry => entry.Action == "recipient.unsubscribed");
        Assert.Equal(("recipient", _anna.Id), (entry.By, entry.Subject));
    }

    [Fact]
    public async Task A_required_recipient_is_paused_and_the_admins_are_told()
    {
        var boss = await AddAsync("boss@example.com", isRequired: true);
        var path = (await _server.World.Get<MailLinks>().UnsubscribeAsync(boss, Cancellation))!.PathAndQuery;
        using var click = new StringContent("");

        Assert.Equal(200, (await _server.SendAsync(HttpMethod.Post, path, click, "")).Status);

        Assert.Equal(RecipientStatus.Paused, (await FindAsync(boss))!.Status);
        Assert.Equal(boss.Id, Assert.Single(await _server.World.Get<AlertStore>().ListAsync(null, Cancellation)).Subject);
    }

    [Fact]
    public async Task Who_unsubscribes_while_paused_stays_away_when_the_pause_ends()
    {
        var path = (await _server.World.Get<MailLinks>().UnsubscribeAsync(_anna, Cancellation))!.PathAndQuery;
        var paused = await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna.Id}/pause", null, ("If-Match", "*"));
        using var click = new StringContent("");

        Assert.Equal(200, (await _server.SendAsync(HttpMethod.Post, path, click, "")).Status);

        Assert.Equal(RecipientStatus.Unsubscribed, (await FindAsync(_anna))!.Status);
        Assert.Equal(412, (await _server.AdminAsync(HttpMethod.Post, $"/api/v1/recipients/{_anna.Id}/resume", null, ("If-Match", paused.Tag!))).Status);
    }

    [Fact]
    public async Task A_token_that_was_not_signed_here_or_was_changed_does_nothing()
    {
        var path = (await _server.World.Get<MailLinks>().UnsubscribeAsync(_anna, Cancellation))!.PathAndQuery;
        var report = (await LinkAsync())!.AbsolutePath.Split('/')[^1];
        foreach (var forged in (string[])[path[..^1], path + "A", path.Replace("token=", "token=A", StringComparison.Ordinal), "/api/v1/unsubscribe?token=", "/api/v1/unsubscribe", "/api/v1/unsubscribe?token=" + report, "/api/v1/unsubscribe?token=a.b", "/api/v1/unsubscribe?token=" + new string('a', 3000)])
        {
            using var click = new StringContent("");
            Assert.Equal(410, (await _server.GetAsync(forged, "")).Status);
            Assert.Equal(410, (await _server.SendAsync(HttpMethod.Post, forged, click, "")).Status);
        }

        Assert.Equal(RecipientStatus.Active, (await FindAsync(_anna))!.Status);
    }

    [Fact]
    public async Task A_report_link_opens_its_report_alone_and_tells_nobody_of_itself()
    {
        var path = (await LinkAsync())!.AbsolutePath;
        var page = await _server.GetAsync(path, "");

        Assert.Equal((200, ApiServer.TextOf(Week.Name, 1, "report.fr.html")), (page.Status, page.Text));
        Assert.Equal("noindex, nofollow", page.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal(ApiServer.TextOf(Week.Name, 1, "report.fr.pdf"), (await _server.GetAsync(path + "?format=pdf", "")).Text);
        Assert.Equal(410, (await _server.GetAsync(path[..^3] + "AAA", "")).Status);
        Assert.Equal(410, (await _server.GetAsync("/api/v1/links/" + (await _server.World.Get<MailLinks>().UnsubscribeAsync(_anna, Cancellation))!.Query["?token=".Length..], "")).Status);
    }

    [Fact]
    public async Task A_report_link_is_dead_after_thirty_days()
    {
        var path = (await LinkAsync())!.AbsolutePath;
        _server.World.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await _server.GetAsync(path, "")).Status);

        _server.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(410, (await _server.GetAsync(path, "")).Status);
    }

    [Fact]
    public async Task A_report_link_is_dead_when_its_recipient_is_paused_or_removed_or_sees_another_part()
    {
        var (path, place) = ((await LinkAsync())!.AbsolutePath, "/api/v1/recipients/" + _anna.Id);
        await _server.AdminAsync(HttpMethod.Post, place + "/pause", null, ("If-Match", "*"));
        Assert.Equal(410, (await _server.GetAsync(path, "")).Status);
        await _server.AdminAsync(HttpMethod.Post, place + "/resume", null, ("If-Match", "*"));
        Assert.Equal(200, (await _server.GetAsync(path, "")).Status);
        await _server.AdminAsync(HttpMethod.Put, place, """{ "email": "anna@example.com", "scope": "team:North" }""", ("If-Match", "*"));
        Assert.Equal(410, (await _server.GetAsync(path, "")).Status);
        await _server.AdminAsync(HttpMethod.Delete, place, null, ("If-Match", "*"));
        Assert.Equal(410, (await _server.GetAsync(path, "")).Status);
    }

    [Fact]
    public async Task Without_a_public_address_there_is_no_link()
    {
        await using var world = TestWorld.Create(azurite);
        using var message = new MimeMessage();

        await world.Get<MailLinks>().AddHeadersAsync(message, _anna, Cancellation);

        Assert.Null(await world.Get<MailLinks>().ReportAsync(_anna, Week, "company", 1, Cancellation));
        Assert.DoesNotContain(message.Headers, header => header.Field.StartsWith("List-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hosts_over_one_storage_read_each_others_links()
    {
        await using var other = TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = _server.World.Prefix, ["Delivery:PublicBaseUrl"] = "https://reports.example.com" });

        var path = (await other.Get<MailLinks>().ReportAsync(_anna, Week, "company", 1, Cancellation))!.AbsolutePath;

        Assert.Equal(200, (await _server.GetAsync(path, "")).Status);
    }

    private Task<Uri?> LinkAsync() => _server.World.Get<MailLinks>().ReportAsync(_anna, Week, "company", 1, Cancellation);

    private Task<Recipient?> FindAsync(Recipient recipient) => _server.World.Get<RecipientTable>().FindAsync(recipient.Id, Cancellation);

    private async Task<Recipient> AddAsync(string email, bool isRequired) => (await _server.World.Get<RecipientTable>().AddAsync(
        new Recipient { Id = "", Email = email, Language = "fr", Reports = [Subscription.Weekly], Attachments = [], Scope = "company", Required = isRequired }, "test", Cancellation))!;
}
