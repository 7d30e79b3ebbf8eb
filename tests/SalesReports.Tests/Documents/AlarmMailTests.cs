using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Documents.Email;
using SalesReports.Kpis.Alarms;

namespace SalesReports.Tests.Documents;

/// <summary>The mail of a volume alarm, in both languages, and inert whatever an account is called.</summary>
public sealed partial class AlarmMailTests
{
    private static readonly AlarmBodyRenderer Mail = new ServiceCollection().AddLogging()
        .AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<AlarmBodyRenderer>();

    private static readonly VolumeAlarm Alarm = new(
        new DateOnly(2026, 11, 22), "rep:R1", "EUR", 3, 41_400, [new("C1", "Élan & fils", "Nora", 9_000, 40_000, 31_000, new DateOnly(2026, 10, 15)), new("C2", "Bob", null, 0, 10_400, 10_400, new DateOnly(2026, 8, 1))]);

    [Theory]
    [InlineData("fr", "Alerte volume\u00A0: Comptes en baisse : 3 · 41\u00A0k€ manquants", "31,0\u00A0k€", "15 octobre 2026", "Comptes plus petits, hors liste : 1.")]
    [InlineData("en", "Volume alarm: Accounts down: 3 · €41k missing", "€31.0k", "15 October 2026", "Smaller accounts not listed: 1.")]
    public void Subject_text_and_page_say_the_same_in_the_readers_language(string language, string subject, string missing, string last, string more)
    {
        var mail = Mail.Render(Alarm, language, ReportSamples.Theme, new Uri("https://reports.example.com/api/v1/unsubscribe?token=t"));

        Assert.Equal(subject, mail.Subject);
        Assert.All([mail.Text, System.Net.WebUtility.HtmlDecode(Tags().Replace(mail.Html, " "))], (string body) =>
            Assert.All([missing, last, more, "Élan & fils", "Nora"], (string said) => Assert.Contains(said, body, StringComparison.Ordinal)));
        Assert.Contains("href=\"https://reports.example.com/api/v1/unsubscribe?token=t\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://reports.example.com/api/v1/unsubscribe?token=t", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_public_address_there_is_no_link() => Assert.DoesNotContain("href", Mail.Render(Alarm, "en", ReportSamples.Theme, null).Html, StringComparison.Ordinal);

    [Fact]
    public void Hostile_names_stay_text_and_a_full_list_stays_under_90_KB()
    {
        var account = new FallenAccount("C1", "<script>alert(1)</script>\r\nBcc: eve@example.com \u202Etxt" + new string('x', 400), "<b>", 1, 2, 1, new DateOnly(2026, 1, 1));
        var mail = Mail.Render(Alarm with { Accounts = [.. Enumerable.Repeat(account, VolumeAlarm.MostNamed)], Count = 60 }, "fr", ReportSamples.Theme, null);

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', mail.Html + mail.Text + mail.Subject);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.InRange(mail.Html.Length, 1, 90_000);
    }

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
