using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Documents.Email;
using SalesReports.Kpis.Alarms;
using SalesReports.Reports;
using SalesReports.Tests;
using SalesReports.Tests.Documents;

namespace SalesReports.BrowserTests;

/// <summary>The sample reports as the product draws them.</summary>
internal static class Drawn
{
    private static readonly ServiceProvider Documents = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static string Page(Report report, string language) => System.Text.Encoding.UTF8.GetString(File("html", report, language));

    /// <param name="format"><c>pdf</c>, <c>html</c> or <c>xlsx</c>.</param>
    public static byte[] File(string format, Report report, string language) =>
        Documents.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == format).Render(report, language, ReportSamples.Theme);

    public static string Mail(Report report, string language) =>
        Documents.GetRequiredService<IMailBodyRenderer>().Render(report, language, ReportSamples.Theme, [$"report.{language}.pdf"], null, Ways).Html;

    public static string Alarm(string language) => Documents.GetRequiredService<AlarmBodyRenderer>().Render(
        new VolumeAlarm(new DateOnly(2026, 11, 22), "team:North", "EUR", 60, 31_000, [new FallenAccount("C1", "Élan & fils", "Nora", 9_000, 40_000, 31_000, new DateOnly(2026, 10, 15))]),
        language, ReportSamples.Theme, Ways.Unsubscribe).Html;

    private static MailWays Ways { get; } = new(new Uri("https://reports.example.com/api/v1/links/token"), new Uri("https://reports.example.com/api/v1/unsubscribe?token=t"))
    {
        Files = [new LinkedFile("weekly.pdf", new Uri("https://reports.example.com/api/v1/links/token?format=pdf"))],
    };

    /// <summary>The reports by name, each in both languages.</summary>
    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (var name in Reports.Keys)
        {
            foreach (var language in Theme.Languages)
            {
                samples.Add(name, language);
            }
        }

        return samples;
    }

    public static IReadOnlyDictionary<string, Report> Reports { get; } = new Dictionary<string, Report>(StringComparer.Ordinal)
    {
        ["weekly"] = ReportSamples.Weekly,
        ["monthly"] = ReportSamples.Monthly,
        ["undefined"] = ReportSamples.AllUndefined,
        ["hostile"] = ReportSamples.Hostile,
        ["negative"] = ReportSamples.Negative,
        ["weekly with all sections"] = FullReports.Week,
        ["monthly with all sections"] = FullReports.Month,
    };
}
