using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

/// <summary>Reads the seven figures back from every drawing and compares them with the report's JSON.</summary>
public sealed partial class SameFiguresTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static TheoryData<int, string> ReadableReports { get; } =
        new(from report in new[] { 0, 1, 2, 4, 6 } from language in Theme.Languages select (report, language));

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(ReadableReports))]
    public void All_drawings_show_the_figures_of_the_json(int index, string language)
    {
        var report = ReportSamples.All[index];
        var figures = Figures(ReportJson.Write(report), language).Select(PdfText.Bare).ToList();
        Assert.Equal(7, figures.Count);
        var mail = Visible(Mail(report, language, []).Html);
        Assert.All(Figures(ReportJson.Write(report), language, shortly: true).Select(PdfText.Bare), figure => Assert.Contains(figure, mail, StringComparison.Ordinal));
        foreach (var (drawing, text) in Drawings(report, language))
        {
            Assert.All(figures, figure => Assert.True(text.Contains(figure, StringComparison.Ordinal), $"{drawing} lacks '{figure}'."));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_undefined_figure_says_why_in_every_drawing(string language)
    {
        var report = ReportSamples.AllUndefined;
        foreach (var (drawing, text) in Drawings(report, language))
        {
            Assert.All(report.Gaps, gap => Assert.True(text.Contains(PdfText.Bare(gap.Text.In(language)), StringComparison.Ordinal), $"{drawing} lacks the reason {gap.Code}."));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Hostile_text_is_inert_everywhere(string language)
    {
        var page = Encoding.UTF8.GetString(Renderer("html").Render(ReportSamples.Hostile, language, new Theme(ReportSamples.HostileName)));
        var mail = _services.GetRequiredService<IMailBodyRenderer>().Render(ReportSamples.Hostile, language, new Theme(ReportSamples.HostileName), [ReportSamples.HostileName + ".pdf"]);
        Assert.All([page, mail.Html], html =>
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        });
        Assert.All([page, mail.Html, mail.Text, mail.Subject], text => Assert.DoesNotContain(text, character => character is '\u202E' or '\0'));
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.All(mail.Text.Split('\n'), line => Assert.False(line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase)));
        var pdf = PdfText.Read(Renderer("pdf").Render(ReportSamples.Hostile, language, new Theme(ReportSamples.HostileName)));
        Assert.DoesNotContain('\u202E', pdf);
    }

    [Fact]
    public void The_page_has_one_first_heading_a_language_and_headers_with_scope()
    {
        var page = Encoding.UTF8.GetString(Renderer("html").Render(ReportSamples.Weekly, "fr", ReportSamples.Theme));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(8, Regex.Count(page, "<th scope=\"col\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(7, Regex.Count(page, "<th scope=\"row\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("Maison Lefèvre &amp; Fils", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_renderer_gives_the_same_bytes_again_and_in_parallel() => Assert.All(_services.GetServices<IDocumentRenderer>(), renderer =>
    {
        var first = renderer.Render(ReportSamples.Monthly, "en", ReportSamples.Theme);
        var others = new byte[6][];
        Parallel.For(0, others.Length, i => others[i] = renderer.Render(ReportSamples.Monthly, "en", ReportSamples.Theme));
        Assert.All(others, bytes => Assert.Equal(first, bytes));
    });

    /// <summary>An own reading of the JSON, apart from the product's wording.</summary>
    private static IEnumerable<string> Figures(byte[] json, string language, bool shortly = false)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var metric in document.RootElement.GetProperty("metrics").EnumerateArray())
        {
            var (value, unit) = (metric.GetProperty("value"), metric.GetProperty("unit").GetString()!);
            yield return value.ValueKind == JsonValueKind.Null ? language == "fr" ? "Indéfini" : "Undefined" : Written(value.GetDecimal(), unit, language == "fr", shortly);
        }
    }

    private static string Written(decimal value, string unit, bool french, bool shortly)
    {
        var culture = CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-IE");
        var sign = unit switch { "USD" => french ? "$US" : "$", _ => "€" };
        var (size, letter, decimals) = (shortly, Math.Abs(value)) switch
        {
            (true, >= 999_950m) => (1_000_000m, "M", "N2"),
            (true, >= 10_000m) => (1_000m, "k", "N1"),
            _ => (1m, "", "N2"),
        };
        var amount = (Math.Abs(value) / size).ToString(decimals, culture);
        var digits = unit switch
        {
            "ratio" => (value * 100).ToString("N1", culture) + "%",
            "days" => value.ToString("0.#", culture) + (french ? "j" : "days"),
            _ => french ? amount + letter + sign : sign + amount + letter,
        };
        return value < 0 ? $"−{digits}" : digits;
    }

    private IEnumerable<(string Drawing, string Text)> Drawings(Report report, string language)
    {
        yield return ("The PDF", PdfText.Read(Renderer("pdf").Render(report, language, ReportSamples.Theme)));
        yield return ("The page", Visible(Encoding.UTF8.GetString(Renderer("html").Render(report, language, ReportSamples.Theme))));
        yield return ("The mail's text", PdfText.Bare(Mail(report, language, []).Text));
    }

    private static string Visible(string html) => PdfText.Bare(WebUtility.HtmlDecode(Tag().Replace(html, "")));

    private IDocumentRenderer Renderer(string format) => _services.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == format);

    private MailBody Mail(Report report, string language, IReadOnlyList<string> attachments) =>
        _services.GetRequiredService<IMailBodyRenderer>().Render(report, language, ReportSamples.Theme, attachments);

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();
}
