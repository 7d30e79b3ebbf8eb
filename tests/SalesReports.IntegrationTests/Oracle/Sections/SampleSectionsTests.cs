using System.Text.Json.Nodes;
using SalesReports.Local.Sample;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The sample company's 36 months as the oracle has them.</summary>
public sealed class SampleSectionsTests
{
    private const int Months = 36;
    private static readonly DateOnly s_lastDay = new(2026, 11, 22);

    [Fact]
    public void Every_month_of_the_sample_company_closes()
    {
        var sections = new PlainSections(PlainReading.Read(Sample(), new PlainSettings()));
        var months = Enumerable.Range(1, Months).Select(back => PlainPeriod.MonthOf(s_lastDay).Before(back)).Reverse().ToList();
        var reports = months.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(sections.Of).ToList();
        Assert.Empty(reports.Zip(months).SelectMany(report => ReportLaws.Broken(report.First, report.Second.Name)));
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.Equal(Movement(pair.First)["closing"]!.GetValue<decimal>(), Movement(pair.Second)["opening"]!.GetValue<decimal>()));
    }

    private static JsonNode Movement(JsonObject sections) => sections["funnel"]!["movement"]!;

    private static CanonicalRows Sample()
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-sample-").FullName;
        try
        {
            SampleCompany.Write(folder, 1, s_lastDay);
            return CanonicalRows.ReadFrom(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
