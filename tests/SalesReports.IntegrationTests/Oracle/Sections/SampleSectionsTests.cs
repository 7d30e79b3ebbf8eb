using System.Text.Json.Nodes;
using SalesReports.Local.Sample;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The sample company through the product and the oracle: 36 months, and what its teams and reps see.</summary>
public sealed class SampleSectionsTests
{
    private const int Months = 36;
    private static readonly DateOnly s_lastDay = new(2026, 11, 22);

    [Fact]
    public async Task Every_month_of_the_sample_company_agrees_and_closes()
    {
        var (facts, settings) = (Sample(), new PlainSettings());
        var (oracle, product) = (new PlainSections(PlainReading.Read(facts, settings)), await PureSections.ReadAsync(facts, settings, TestContext.Current.CancellationToken));
        var months = Enumerable.Range(1, Months).Select(back => PlainPeriod.MonthOf(s_lastDay).Before(back)).Reverse().ToList();
        var reports = months.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(month => product.Of(month.Name)).ToList();
        var differences = months.Zip(reports).AsParallel().WithDegreeOfParallelism(2).SelectMany(month =>
            SectionDifferences.Of(oracle.Of(month.First), month.Second, 1e-9m, month.First.Name).Concat(ReportLaws.Broken(month.Second, month.First.Name))).Take(60).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.Equal(Movement(pair.First)["closing"]!.GetValue<decimal>(), Movement(pair.Second)["opening"]!.GetValue<decimal>()));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("rep")]
    public async Task What_a_team_or_a_rep_of_the_sample_company_sees_agrees(string kind)
    {
        var (facts, settings) = (Sample(), new PlainSettings());
        var (world, product) = (PlainReading.Read(facts, settings), await PureSections.ReadAsync(facts, settings, TestContext.Current.CancellationToken));
        var scope = kind == "team" ? "team:" + world.Reps.Values.First().Team : "rep:" + world.Reps.Keys.First();
        var oracle = new PlainSections(world.Cut(scope));
        foreach (var period in new[] { PlainPeriod.WeekOf(s_lastDay), PlainPeriod.MonthOf(s_lastDay).Before(1) })
        {
            var sections = product.Of(period.Name, scope);
            var differences = SectionDifferences.Of(oracle.Of(period), sections, 1e-9m, $"{scope} {period.Name}").Concat(ReportLaws.Broken(sections, period.Name)).Take(40).ToList();
            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }
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
