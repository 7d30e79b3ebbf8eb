using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Northwind and the CRM pipeline through their mapping files: every week and month, field by field.</summary>
public sealed class PublishedDataTests(AzuriteFixture azurite)
{
    private const decimal Tolerance = 1e-9m;

    [Fact]
    public async Task Every_week_and_month_of_Northwind_agrees_with_a_plain_reading_of_its_files()
    {
        var world = PublishedData.Northwind();
        var reports = await CompareAsync("northwind", world, world.Orders.Min(order => order.Day), world.Orders.Max(order => order.Day));

        Assert.Equal(97 + 23, reports.Count);
        Assert.All(reports.Values, report => Assert.Equal("undefined", Metric(report, "gross_margin")["status"]!.GetValue<string>()));
        Assert.All(reports.Values, report => Assert.NotEmpty(Metric(report, "gross_margin")["reason"]!.GetValue<string>()));
        Assert.All(reports.Values, report => Assert.True(Metric(report, "average_order_value")["n"]!.GetValue<int>() > 0));
        Assert.Equal(
            world.Orders.Sum(order => order.Lines.Sum(line => line.Net)),
            reports.Where(report => report.Key.Length == 7).Sum(report => Metric(report.Value, "revenue")["value"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Every_week_and_month_of_the_CRM_pipeline_agrees_with_a_plain_reading_of_its_file()
    {
        var world = PublishedData.CrmPipeline();
        var closed = world.Deals.Select(deal => deal.Closed).OfType<DateOnly>().ToList();
        var reports = await CompareAsync("crm-pipeline", world, closed.Min(), closed.Max());

        Assert.Equal(4238, reports.Where(report => report.Key.Length == 7).Sum(report => Metric(report.Value, "win_rate")["numerator"]!.GetValue<int>()));
        Assert.All(reports.Values, report => Assert.NotNull(Metric(report, "win_rate")["interval"]));
        Assert.All(reports.Values, report => Assert.NotNull(Metric(report, "sales_cycle")["percentile80"]));
    }

    private async Task<IReadOnlyDictionary<string, JsonNode>> CompareAsync(string set, PlainWorld world, DateOnly first, DateOnly last)
    {
        var folder = SharedData.Copy(set);
        try
        {
            await using var company = Company.Open(azurite, folder, world.Settings);
            await company.ImportedAsync(TestContext.Current.CancellationToken);
            return await CompareAsync(company, world, first, last);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, JsonNode>> CompareAsync(Company company, PlainWorld world, DateOnly first, DateOnly last)
    {
        var (oracle, reports, differences) = (new PlainReport(world), new ConcurrentDictionary<string, JsonNode>(StringComparer.Ordinal), new ConcurrentQueue<string>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(PlainPeriod.Between(first, last), options, async (period, cancellation) =>
        {
            var report = reports[period.Name] = await company.ReportAsync(period.Name, cancellation);
            foreach (var difference in ReportDifferences.Of(oracle.Of(period), report, Tolerance))
            {
                differences.Enqueue(difference);
            }
        });
        Assert.True(differences.IsEmpty, string.Join('\n', differences.Take(40)));
        return reports;
    }

    private static JsonNode Metric(JsonNode report, string id) => report["metrics"]!.AsArray().Single(metric => metric!["id"]!.GetValue<string>() == id)!;
}
