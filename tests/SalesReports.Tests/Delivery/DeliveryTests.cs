using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests.Delivery;

/// <summary>One message a person, with a name that recognises a repetition, and nothing that outside text can break out of.</summary>
public sealed class DeliveryTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("anna@example.com", true)]
    [InlineData("  anna@example.com ", true)]
    [InlineData("anna.o'neil+x@mail.example.co.uk", true)]
    [InlineData("", false)]
    [InlineData("anna", false)]
    [InlineData("anna@localhost", false)]
    [InlineData("anna@.com", false)]
    [InlineData("Anna <anna@example.com>", false)]
    [InlineData("anna@example.com, bob@example.com", false)]
    [InlineData("anna@example.com\r\nBcc: bob@example.com", false)]
    [InlineData("an na@example.com", false)]
    [InlineData("anna@example.com.", false)]
    public void Only_a_plain_address_is_taken(string text, bool taken)
    {
        Assert.Equal(taken, MailAddress.TryParse(text, out var address));
        Assert.Equal(taken ? text.Trim() : null, address?.Text);
    }

    [Fact]
    public void A_wrong_recipient_stops_the_start_and_is_named_without_its_address()
    {
        var problems = new DeliveryOptionsValidator().Validate(null, new DeliveryOptions
        {
            Recipients =
            [
                new RecipientOptions { Email = "anna@example.com" },
                new RecipientOptions { Email = "secret-not-an-address", Language = "de", Reports = ["daily"], DisplayName = "A\r\nB" },
                new RecipientOptions { Email = "ANNA@example.com " },
            ],
        });

        Assert.Equal(
            [
                "Delivery:Recipients:1: email is not a mail address such as anna@example.com.",
                "Delivery:Recipients:1: reports 'daily' is not known; accepted: weekly, monthly, volumeAlarm.",
                "Delivery:Recipients:1: displayName takes up to 200 characters on one line.",
                "Delivery:Recipients:1: language 'de' is not known; accepted: fr, en.",
                "Delivery:Recipients: the entries 0 and 2 have the same address; one entry a person is accepted.",
            ],
            problems.Failures);
    }

    [Fact]
    public void A_delivery_is_named_by_report_revision_and_person_and_shows_no_address()
    {
        var id = DeliveryId.Of(Week, "company", 3, "a1");

        Assert.Matches("^weekly-2026-W47-company-r3-[0-9a-f]{32}$", id);
        Assert.Equal(id, DeliveryId.Of(Week, "company", 3, "a1"));
        Assert.Equal(3, DeliveryId.RevisionIn(id));
        string[] others =
        [
            DeliveryId.Of(Week, "company", 4, "a1"), DeliveryId.Of(Week, "company", 3, "b2"),
            DeliveryId.Of(Week.Back(1), "company", 3, "a1"), DeliveryId.Of(Week, "team:a/b", 3, "a1"),
            DeliveryId.Of(Week, "team:a_b", 3, "a1"),
        ];
        Assert.Equal(6, others.Append(id).Distinct().Count());
        Assert.Null(DeliveryId.RevisionIn("../../etc/passwd"));
    }

    [Fact]
    public void A_message_has_one_address_and_no_text_can_add_a_header()
    {
        var hostile = new MailBody("Revenue\r\nBcc: eve@example.com\u2028X: y", "<p>h</p>", "t");
        var message = ReportMail.Compose(
            "weekly 2026-W47 revision 1", new Recipient { Id = "a1", Email = "anna@example.com", DisplayName = "Anna\r\nCc: eve@example.com", Language = "en", Reports = [Subscription.Weekly], Attachments = [], Scope = "company" }, hostile,
            [new MailFile("weekly-report-2026-W47.pdf", "pdf", BinaryData.FromString("%PDF-1.7"))], new DeliveryOptions { SenderName = "S\nBcc: eve@example.com" }, "weekly-2026-W47-company-r1-x", Now);

        var written = Read(Written(message));
        Assert.Equal("anna@example.com", Assert.IsType<MailboxAddress>(Assert.Single(written.To)).Address);
        Assert.Empty(written.Cc);
        Assert.Empty(written.Bcc);
        Assert.Null(written.Headers["X"]);
        Assert.Equal("weekly-2026-W47-company-r1-x@salesreports.example", written.MessageId);
        Assert.Equal("<p>h</p>", written.HtmlBody?.TrimEnd());
        Assert.Equal("t", written.TextBody?.TrimEnd());
        Assert.Equal("weekly-report-2026-W47.pdf", Assert.IsType<MimePart>(Assert.Single(written.Attachments)).FileName);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_file()
    {
        var mailer = MailerInto(_folder);

        var first = await mailer.SendAsync("d1", Message("one"), Token);
        var second = await mailer.SendAsync("d1", Message("two"), Token);

        Assert.Equal((DeliveryStatus.Accepted, DeliveryStatus.AlreadySent), (first.Status, second.Status));
        Assert.Contains("one", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder)), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_workers_with_the_same_delivery_leave_one_whole_file()
    {
        var mailer = MailerInto(_folder);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => mailer.SendAsync("d1", Message(new string('x', 200_000)), Token))));

        Assert.Single(outcomes, outcome => outcome.Status == DeliveryStatus.Accepted);
        Assert.All(outcomes, outcome => Assert.NotEqual(DeliveryStatus.TryAgain, outcome.Status));
        Assert.True(new FileInfo(Assert.Single(Directory.GetFiles(_folder))).Length > 200_000);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_fails_in_one_sentence()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", Token);

        var outcome = await MailerInto(Path.Combine(file, "mail")).SendAsync("d1", Message("x"), Token);

        Assert.Equal(DeliveryStatus.TryAgain, outcome.Status);
        Assert.StartsWith("The mail folder", outcome.Error, StringComparison.Ordinal);
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private static FolderMailer MailerInto(string folder) => new(Options.Create(new DeliveryOptions { MailFolder = folder }));

    private static MimeMessage Message(string text) => new() { Subject = "s", Body = new TextPart("plain") { Text = text } };

    private static string Written(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MimeMessage Read(string written) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(written)));

    private static Report SomeReport() => new()
    {
        Kind = "weekly",
        Period = Week.Name,
        Start = Week.Start,
        End = Week.End,
        TimeZone = "Europe/Paris",
        Currency = Currency.Eur,
        Scope = "company",
        Revision = 1,
        BuiltAt = Now,
        Complete = true,
        Metrics = [],
        Insights = [],
        Sources = [],
        Gaps = [],
        Restatements = [],
        Sections = new ReportSections(),
    };
}
