using System.Collections.Concurrent;
using SalesReports.Local.Sample;
using SalesReports.Reports;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The sample company's reports with their metrics, sections and findings, each made once; records of one company are put together.</summary>
public sealed class SampleReports : IAsyncLifetime
{
    private const int Seed = 1;
    private static readonly DateOnly s_lastDay = new(2026, 11, 22);

    private readonly ConcurrentDictionary<string, Lazy<Report>> _reports = new(StringComparer.Ordinal);
    private PureSections? _company;

    internal SampleStories Stories { get; } =
        SampleStories.Plan(new SampleCalendar(s_lastDay), SampleCustomers.Make(new SampleRandom(Seed, "customers"), new SampleCalendar(s_lastDay)));

    public async ValueTask InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-stories-").FullName;
        try
        {
            SampleCompany.Write(folder, Seed, s_lastDay);
            _company = await PureSections.ReadMergedAsync(folder, new PlainSettings(), TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public Report Of(string period) => _reports.GetOrAdd(period, name => new Lazy<Report>(() => _company!.ReportOf(name))).Value;

    /// <summary>Of the month that ends so many months before the stories do; 1 is the last complete one.</summary>
    internal Report Month(int back) => Of(PlainPeriod.MonthOf(Stories.End.AddMonths(-back)).Name);

    /// <summary>The last weeks of the stories, the newest first.</summary>
    internal IEnumerable<Report> Weeks(int count) => Enumerable.Range(1, count).Select(back => Of(PlainPeriod.WeekOf(Stories.End).Before(back).Name));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
