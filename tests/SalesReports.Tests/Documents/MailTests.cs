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
        Assert.Equal(mail, Mail.Render(report, language, ReportSamples.Theme, ["report.pdf"]));
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

        Assert.Contains("attached as a PDF", with.Html, StringComparison.Ordinal);
        Assert.Contains("attached as a PDF", with.Text, StringComparison.Ordinal);
        Assert.Contains("weekly-report-2026-W47.pdf", with.Html, StringComparison.Ordinal);
        Assert.Contains("weekly-report-2026-W47.pdf", with.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("attached", without.Html + without.Text, StringComparison.OrdinalIgnoreCase);
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
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Html + mail.Text + mail.Subject);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
