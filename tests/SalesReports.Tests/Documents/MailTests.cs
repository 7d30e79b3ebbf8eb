using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

/// <summary>The mail's words: the result in the subject, the same figures in HTML and text, nothing from outside that acts.</summary>
public sealed partial class MailTests
{
    private static readonly IMailBodyRenderer Mail = new ServiceCollection().AddLogging()
        .AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<IMailBodyRenderer>();

    public static TheoryData<int, string> Every { get; } = new(
        from index in Enumerable.Range(0, ReportSamples.All.Count)
        from language in Theme.Languages
        select (index, language));

    [Theory]
    [MemberData(nameof(Every))]
    public void Html_and_text_show_every_figure_that_the_words_have(int sample, string language)
    {
        var report = ReportSamples.All[sample];
        var view = ReportWording.Of(report, language, ReportSamples.Theme);
        var mail = Mail.Render(report, language, ReportSamples.Theme, ["report.pdf"]);
        var shown = WebUtility.HtmlDecode(Tags().Replace(mail.Html, " "));

        Assert.All(view.Cards, card =>
        {
            Assert.Contains(card.Value, shown, StringComparison.Ordinal);
            Assert.Contains(card.Row[0], mail.Text, StringComparison.Ordinal);
            Assert.Contains(card.Verdict.ToString(), shown, StringComparison.Ordinal);
            Assert.Contains(card.Verdict.ToString(), mail.Text, StringComparison.Ordinal);
            Assert.All(card.Notes, note => Assert.Contains(note, shown, StringComparison.Ordinal));
            Assert.All(card.Notes, note => Assert.Contains(note, mail.Text, StringComparison.Ordinal));
        });
        Assert.All(view.Gaps.Concat(view.Restatements).Concat(view.Foot), line => Assert.Contains(line, shown, StringComparison.Ordinal));
        Assert.All(view.Gaps.Concat(view.Restatements).Concat(view.Foot), line => Assert.Contains(line, mail.Text, StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 90_000);
        var again = Mail.Render(report, language, ReportSamples.Theme, ["report.pdf"]);
        Assert.Equal((mail.Subject, mail.Html, mail.Text), (again.Subject, again.Html, again.Text));
        Assert.Equal(mail.Pictures.Select(picture => Convert.ToHexString(picture.Png.Span)), again.Pictures.Select(picture => Convert.ToHexString(picture.Png.Span)));
    }

    [Fact]
    public void The_subject_carries_the_result()
    {
        string Subject(Report report, string language) => Mail.Render(report, language, ReportSamples.Theme, []).Subject;

        Assert.Equal("CA S47\u00A0: 412\u00A0k€ (+3,1\u00A0% vs S46) · 2 alertes", Subject(ReportSamples.Weekly, "fr"));
        Assert.Equal("Revenue W47: €412k (+3.1% vs W46) · 2 alerts", Subject(ReportSamples.Weekly, "en"));
        Assert.Equal("CA S53\u00A0: indéfini", Subject(ReportSamples.AllUndefined, "fr"));
    }

    [Fact]
    public void Only_what_is_attached_is_called_attached()
    {
        var with = Mail.Render(ReportSamples.Weekly, "en", ReportSamples.Theme, ["weekly-report-2026-W47.pdf"]);
        var without = Mail.Render(ReportSamples.Weekly, "en", ReportSamples.Theme, []);

        Assert.Contains("The full report is attached", with.Html, StringComparison.Ordinal);
        Assert.Contains("The full report is attached", with.Text, StringComparison.Ordinal);
        Assert.Contains("weekly-report-2026-W47.pdf", with.Html, StringComparison.Ordinal);
        Assert.Contains("weekly-report-2026-W47.pdf", with.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("attached", without.Html + without.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fr", "Ouvrir le rapport en ligne", "Se désabonner")]
    [InlineData("en", "Open the online report", "Unsubscribe")]
    public void Links_are_a_button_files_and_a_way_out_and_without_them_there_are_none(string language, string button, string leave)
    {
        var ways = new MailWays(new Uri("https://r.example.com/l/tok"), new Uri("https://r.example.com/u?token=t&x=1")) { Files = [new LinkedFile("weekly.pdf", new Uri("https://r.example.com/l/tok?format=pdf"))] };
        var with = Mail.Render(ReportSamples.Weekly, language, ReportSamples.Theme, [], null, ways);

        Assert.Contains($">{button}</a>", with.Html, StringComparison.Ordinal);
        Assert.Contains($">{leave}</a>", with.Html, StringComparison.Ordinal);
        Assert.Equal(["https://r.example.com/l/tok?format=pdf", "https://r.example.com/l/tok", "https://r.example.com/u?token=t&amp;x=1"], Links().Matches(with.Html).Select(link => link.Groups["to"].Value));
        Assert.All(["https://r.example.com/l/tok?format=pdf", "https://r.example.com/l/tok", "https://r.example.com/u?token=t&x=1"], (string address) =>
            Assert.Contains(with.Text.Split('\n'), line => line.Trim() == address));
        Assert.DoesNotContain("<a ", Mail.Render(ReportSamples.Weekly, language, ReportSamples.Theme, []).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Hostile_text_stays_text(string language)
    {
        var hostile = new Theme("<script>alert(1)</script>\r\nBcc: eve@example.com \u202Etxt");
        var mail = Mail.Render(ReportSamples.Hostile, language, hostile, ["<b>.pdf"]);

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>.pdf", mail.Html, StringComparison.Ordinal);
        Assert.All(Sources().Matches(mail.Html), source => Assert.StartsWith("cid:spark-", source.Groups["of"].Value, StringComparison.Ordinal));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Html + mail.Text + mail.Subject);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    [Fact]
    public void Every_picture_of_the_mail_is_in_it_and_has_words_light_and_dark()
    {
        var mail = Mail.Render(ReportSamples.Weekly, "fr", ReportSamples.Theme, []);
        var shown = Sources().Matches(mail.Html).Select(source => source.Groups["of"].Value["cid:".Length..]).ToList();

        Assert.Equal(14, shown.Count);
        Assert.Equal(shown, mail.Pictures.Select(picture => picture.Id));
        Assert.All(mail.Pictures, picture => Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture.Png.Span[..4].ToArray()));
        Assert.Equal(7, Regex.Count(mail.Html, "<!--\\[if !mso\\]><!-->", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.All(Regex.Matches(mail.Html, "<img class=\"day\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)), image => Assert.Matches("alt=\"[^\"]{10,}\"", image.Value));
    }

    [GeneratedRegex("<img [^>]*src=\"(?<of>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sources();

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
