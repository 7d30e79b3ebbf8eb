using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The sections of Northwind and of the CRM pipeline, through their mapping files, against a plain reading of theirs.</summary>
public sealed class PublishedSectionsTests
{
    [Fact]
    public async Task Every_month_of_Northwind_agrees_and_closes()
    {
        var world = PublishedData.Northwind();
        await CompareAsync("northwind", world, "company", world.Orders.Min(order => order.Day), world.Orders.Max(order => order.Day));
    }

    [Theory]
    [InlineData("company")]
    [InlineData("team:Central")]
    [InlineData("rep:Darcel Schlecht")]
    public async Task Every_week_and_month_of_the_CRM_pipeline_agrees_and_closes(string scope)
    {
        var world = PublishedData.CrmPipeline();
        await CompareAsync("crm-pipeline", world, scope, new DateOnly(2017, 3, 1), scope == "company" ? new DateOnly(2017, 12, 31) : new DateOnly(2017, 5, 31));
    }

    private static async Task CompareAsync(string name, PlainWorld world, string scope, DateOnly first, DateOnly last)
    {
        var folder = SharedData.Copy(name);
        try
        {
            var (oracle, product) = (new PlainSections(world.Cut(scope)), await PureSections.ReadAsync(folder, world.Settings, TestContext.Current.CancellationToken));
            var months = PlainPeriod.Between(first, last).Where(period => !period.IsWeek || period.Start.Day < 8).ToList();
            var differences = months.AsParallel().WithDegreeOfParallelism(2).SelectMany(period =>
            {
                var sections = product.Of(period.Name, scope);
                return SectionDifferences.Of(oracle.Of(period), sections, 1e-9m, $"{scope} {period.Name}").Concat(ReportLaws.Broken(sections, period.Name));
            }).Take(40).ToList();
            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
