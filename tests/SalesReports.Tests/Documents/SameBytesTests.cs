using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

/// <summary>Whole reports: the same report gives the same bytes, one after the other and four at a time, and few of them.</summary>
public sealed class SameBytesTests : IDisposable
{
    private const int Parallel = 4;

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Every_drawing_of_a_whole_report_is_the_same_again_and_four_at_a_time()
    {
        var drawings = Drawings().ToList();
        var first = drawings.ConvertAll(Drawn);
        var others = new string[Parallel][];

        System.Threading.Tasks.Parallel.For(0, Parallel, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, i => others[i] = [.. drawings.Select(Drawn)]);

        Assert.Equal(16, first.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(first, drawings.ConvertAll(Drawn));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void A_week_of_everything_stays_under_120_kilobytes_and_a_month_under_400(string language)
    {
        var pdf = _services.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == "pdf");

        Assert.InRange(pdf.Render(FullReports.Week, language, ReportSamples.Theme).Length, 1, 120 * 1024);
        Assert.InRange(pdf.Render(FullReports.Month, language, ReportSamples.Theme).Length, 1, 400 * 1024);
    }

    /// <summary>PDF, page, workbook and mail; week and month; both languages.</summary>
    private IEnumerable<Func<byte[]>> Drawings() =>
        from report in new[] { FullReports.Week, FullReports.Month }
        from language in Theme.Languages
        from drawing in _services.GetServices<IDocumentRenderer>().Select(renderer => (Func<byte[]>)(() => renderer.Render(report, language, ReportSamples.Theme))).Append(() => Mail(report, language))
        select drawing;

    private byte[] Mail(Report report, string language)
    {
        var mail = _services.GetRequiredService<IMailBodyRenderer>().Render(report, language, ReportSamples.Theme, ["report.pdf"]);
        return [.. Encoding.UTF8.GetBytes(mail.Subject + mail.Html + mail.Text), .. mail.Pictures.SelectMany(picture => picture.Png.ToArray())];
    }

    private static string Drawn(Func<byte[]> draw) => Convert.ToHexString(SHA256.HashData(draw()));
}
