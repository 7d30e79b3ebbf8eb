using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MimeKit.Utils;
using SalesReports.Delivery;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>Folder, relay and provider get the same message and say honestly what became of it.</summary>
public sealed class MailerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-mailer-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_folder_gets_the_whole_message()
    {
        var outcome = await SendAsync(("Delivery:Mailer", "folder"), ("Delivery:MailFolder", _folder));

        Assert.Equal(DeliveryStatus.Accepted, outcome.Status);
        CheckContent(await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_folder)), Token));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("none", "user")]
    public async Task A_relay_gets_the_whole_message(string security, string? user)
    {
        await using var relay = await SmtpRelay.StartAsync(user is null ? null : new { user, password = "secret" });

        var outcome = await SendAsync(Smtp(relay, security, user, user is null ? null : "secret"));

        Assert.Equal((DeliveryStatus.Accepted, null), (outcome.Status, outcome.Error));
        var taken = await relay.TakenAsync();
        Assert.Equal(["anna@example.com"], taken.To);
        CheckContent(taken.Message);
    }

    [Theory]
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_relay_whose_certificate_nobody_vouches_for_gets_nothing(string security)
    {
        await using var relay = await SmtpRelay.StartAsync(new { secure = security == "tls" });

        var outcome = await SendAsync(Smtp(relay, security));

        Assert.Equal(DeliveryStatus.Refused, outcome.Status);
        Assert.False(relay.HasMore);
    }

    [Fact]
    public async Task A_relay_that_offers_no_encryption_gets_nothing_when_encryption_is_asked_for()
    {
        await using var relay = await SmtpRelay.StartAsync(new { starttls = false });
        Assert.Equal(DeliveryStatus.Refused, (await SendAsync(Smtp(relay, "starttls"))).Status);
        Assert.False(relay.HasMore);
    }

    [Fact]
    public async Task A_relay_that_refuses_the_password_gets_nothing()
    {
        await using var relay = await SmtpRelay.StartAsync(new { user = "user", password = "other" });

        var outcome = await SendAsync(Smtp(relay, "none", "user", "secret"));

        Assert.Equal(DeliveryStatus.Refused, outcome.Status);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(451, DeliveryStatus.TryAgain)]
    [InlineData(421, DeliveryStatus.TryAgain)]
    [InlineData(554, DeliveryStatus.Refused)]
    public async Task A_relay_that_does_not_take_it_says_whether_to_try_again(int answer, DeliveryStatus status)
    {
        await using var relay = await SmtpRelay.StartAsync(new { answer });
        Assert.Equal(status, (await SendAsync(Smtp(relay, "none"))).Status);
    }

    [Fact]
    public async Task An_unknown_mailbox_is_refused_and_its_address_stays_out_of_the_error()
    {
        await using var relay = await SmtpRelay.StartAsync(new { refuse = "anna@example.com" });

        var outcome = await SendAsync(Smtp(relay, "none"));

        Assert.Equal(DeliveryStatus.Refused, outcome.Status);
        Assert.DoesNotContain("anna", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_dies_after_the_content_may_have_it()
    {
        await using var relay = await SmtpRelay.StartAsync(new { hangUpAfterContent = true });
        Assert.Equal(DeliveryStatus.Unknown, (await SendAsync(Smtp(relay, "none"))).Status);
    }

    [Fact]
    public async Task A_relay_that_is_not_there_has_nothing()
    {
        var relay = await SmtpRelay.StartAsync();
        await relay.DisposeAsync();
        Assert.Equal(DeliveryStatus.TryAgain, (await SendAsync(Smtp(relay, "none"))).Status);
    }

    [Fact]
    public async Task The_provider_gets_the_whole_message_and_the_delivery_id()
    {
        await using var provider = await FakeSendGrid.StartAsync();

        var outcome = await SendAsync(SendGrid(provider));

        Assert.Equal((DeliveryStatus.Accepted, "fake-1", null), (outcome.Status, outcome.Reference, outcome.Error));
        var mail = Assert.Single(provider.Accepted);
        var person = Assert.Single(mail["personalizations"]!.AsArray())!;
        Assert.Equal("anna@example.com", Assert.Single(person["to"]!.AsArray())!["email"]!.GetValue<string>());
        Assert.Equal("d1", person["custom_args"]!["delivery_id"]!.GetValue<string>());
        Assert.Equal("<https://reports.example.com/u/1>", person["headers"]!["List-Unsubscribe"]!.GetValue<string>());
        Assert.Equal("Émile & fils : 12 k€", mail["subject"]!.GetValue<string>());
        Assert.Equal(["text", "<img src=\"cid:chart@x\">"], mail["content"]!.AsArray().Select(c => c!["value"]!.GetValue<string>()));
        var files = mail["attachments"]!.AsArray().Select(f => (f!["filename"]!.GetValue<string>(), f["disposition"]!.GetValue<string>(), f["content_id"]?.GetValue<string>(), Convert.FromBase64String(f["content"]!.GetValue<string>()).Length));
        Assert.Equal([("chart.png", "inline", "chart@x", 3), ("report.pdf", "attachment", null, 8)], files);
        Assert.All(["click_tracking", "open_tracking", "subscription_tracking"], (string tracking) => Assert.False(mail["tracking_settings"]![tracking]!["enable"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task The_sandbox_checks_and_sends_nothing()
    {
        await using var provider = await FakeSendGrid.StartAsync();
        Assert.Equal(DeliveryStatus.Accepted, (await SendAsync([.. SendGrid(provider), ("Delivery:SendGrid:Sandbox", "true")])).Status);
        Assert.Empty(provider.Accepted);
    }

    [Theory]
    [InlineData(400, DeliveryStatus.Refused)]
    [InlineData(401, DeliveryStatus.Refused)]
    [InlineData(403, DeliveryStatus.Refused)]
    [InlineData(413, DeliveryStatus.Refused)]
    [InlineData(429, DeliveryStatus.TryAgain)]
    [InlineData(500, DeliveryStatus.TryAgain)]
    [InlineData(503, DeliveryStatus.TryAgain)]
    public async Task The_providers_refusals_are_told_apart_and_asked_once(int answer, DeliveryStatus status)
    {
        await using var provider = await FakeSendGrid.StartAsync();
        provider.Answer(answer);

        var outcome = await SendAsync(SendGrid(provider));

        Assert.Equal(status, outcome.Status);
        Assert.Contains(answer.ToString(System.Globalization.CultureInfo.InvariantCulture), outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, provider.Requests);
    }

    [Theory]
    [InlineData("Retry-After", "120", 120)]
    [InlineData("Retry-After", "999999999", 3600)]
    [InlineData("X-RateLimit-Reset", "1", 0)]
    [InlineData("X-RateLimit-Reset", "soon", null)]
    public async Task The_pause_that_the_provider_asks_for_is_passed_on_within_bounds(string header, string value, int? seconds)
    {
        await using var provider = await FakeSendGrid.StartAsync();
        provider.Answer(429, (header, value));
        Assert.Equal(seconds, (int?)(await SendAsync(SendGrid(provider))).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task An_answer_that_is_lost_or_too_late_leaves_the_outcome_unknown()
    {
        await using var provider = await FakeSendGrid.StartAsync();
        provider.LoseAnswer();
        provider.AnswerAfter(TimeSpan.FromSeconds(3));

        Assert.Equal(DeliveryStatus.Unknown, (await SendAsync(SendGrid(provider))).Status);
        Assert.Equal(DeliveryStatus.Unknown, (await SendAsync([.. SendGrid(provider), ("Delivery:SendGrid:TimeoutSeconds", "1")])).Status);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_has_nothing()
    {
        var provider = await FakeSendGrid.StartAsync();
        var settings = SendGrid(provider);
        await provider.DisposeAsync();
        Assert.Equal(DeliveryStatus.TryAgain, (await SendAsync(settings)).Status);
    }

    private static (string, string?)[] Smtp(SmtpRelay relay, string security, string? user = null, string? password = null) =>
    [
        ("Delivery:Mailer", "smtp"), ("Delivery:Smtp:Host", "127.0.0.1"), ("Delivery:Smtp:Port", relay.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Delivery:Smtp:Security", security), ("Delivery:Smtp:User", user), ("Delivery:Smtp:Password", password), ("Delivery:Smtp:TimeoutSeconds", "20"),
    ];

    private static (string, string?)[] SendGrid(FakeSendGrid provider) =>
        [("Delivery:Mailer", "sendgrid"), ("Delivery:SendGrid:ApiKey", FakeSendGrid.Key), ("Delivery:SendGrid:Host", provider.Address)];

    private static async Task<DeliveryOutcome> SendAsync(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal)).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDelivery(configuration).BuildServiceProvider();
        return await services.GetRequiredService<IMailer>().SendAsync("d1", Message(), Token);
    }

    private static void CheckContent(MimeMessage message)
    {
        Assert.Equal("Émile & fils : 12 k€", message.Subject);
        Assert.Equal("anna@example.com", message.To.Mailboxes.Single().Address);
        Assert.Equal("text", message.TextBody?.TrimEnd());
        Assert.Equal("<img src=\"cid:chart@x\">", message.HtmlBody?.TrimEnd());
        Assert.Equal(["report.pdf"], message.Attachments.OfType<MimePart>().Select(part => part.FileName));
        Assert.Contains(message.BodyParts.OfType<MimePart>(), part => part.ContentId == "chart@x");
        Assert.Equal("<https://reports.example.com/u/1>", message.Headers["List-Unsubscribe"]);
    }

    private static MimeMessage Message()
    {
        var content = new BodyBuilder { TextBody = "text", HtmlBody = "<img src=\"cid:chart@x\">" };
        var chart = content.LinkedResources.Add("chart.png", [1, 2, 3], new ContentType("image", "png"));
        chart.ContentId = "chart@x";
        content.Attachments.Add("report.pdf", [1, 2, 3, 4, 5, 6, 7, 8], new ContentType("application", "pdf"));
        var message = new MimeMessage { Subject = "Émile & fils : 12 k€", MessageId = MimeUtils.GenerateMessageId("example.com"), Body = content.ToMessageBody() };
        message.From.Add(new MailboxAddress("Reports", "reports@example.com"));
        message.To.Add(new MailboxAddress("Anna", "anna@example.com"));
        message.Headers.Add("List-Unsubscribe", "<https://reports.example.com/u/1>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }
}
