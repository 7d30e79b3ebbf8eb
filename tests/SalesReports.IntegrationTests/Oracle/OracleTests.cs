using System.Text.Json.Nodes;
using SalesReports.IntegrationTests.Examples;
using SalesReports.IntegrationTests.Oracle.Sections;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The oracle judges the product, so the answers computed by hand judge the oracle.</summary>
public sealed class OracleTests
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.Headline), MemberType = typeof(ExampleAsks))]
    public void The_oracle_answers_as_was_computed_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var report = new PlainReport(PlainReading.Read(example.Facts, example.PlainSettings()));
        var (period, expected) = (example.Asks[ask].Period, example.Asks[ask].Metrics);
        Assert.Empty(FigureDifferences.Of(expected, report.Of(PlainPeriod.Parse(period)), example.Tolerance, period));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.Scopes), MemberType = typeof(ExampleAsks))]
    public void The_oracle_sees_in_a_scope_what_was_counted_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var (period, scope, expected) = (example.Asks[ask].Period, example.Asks[ask].Scope, example.Asks[ask].Metrics);
        var report = new PlainReport(PlainReading.Read(example.Facts, example.PlainSettings()).Cut(scope));
        Assert.Empty(FigureDifferences.Of(expected, report.Of(PlainPeriod.Parse(period)), example.Tolerance, $"{period} {scope}"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ExampleAsks.Sections), MemberType = typeof(ExampleAsks))]
    public void The_oracle_fills_the_sections_as_was_computed_by_hand(string file, int ask)
    {
        var example = ExampleFile.Read(file);
        var sections = new PlainSections(PlainReading.Read(example.Facts, example.PlainSettings()));
        Assert.Empty(SectionDifferences.Of(ExampleAsks.OwnSections(example.Asks[ask]), sections.Of(PlainPeriod.Parse(example.Asks[ask].Period)), example.Tolerance));
    }

    [Theory]
    [InlineData("""{ "a": 1 }""", """{ "a": 1.0000000001 }""", 0)]
    [InlineData("""{ "a": 1 }""", """{ "a": 1.00000001 }""", 1)]
    [InlineData("""{ "a": 1000000 }""", """{ "a": 1000000.0009 }""", 0)]
    [InlineData("""{ "a": 1000000 }""", """{ "a": 1000000.002 }""", 1)]
    [InlineData("""{ "a": null }""", """{ "a": 0 }""", 1)]
    [InlineData("""{ "a": 0 }""", """{ "a": null }""", 1)]
    [InlineData("""{ "a": null }""", """{ }""", 1)]
    [InlineData("""{ "a": { "b": 1, "c": 2 } }""", """{ "a": null }""", 1)]
    [InlineData("""{ "a": { "b": 1, "c": 2 } }""", """{ "a": { "b": 2, "c": 3, "d": 4 } }""", 2)]
    [InlineData("""{ "a": [1, 2] }""", """{ "a": [1, 2, 3] }""", 1)]
    [InlineData("""{ "a": [1, 2] }""", """{ "a": [2, 1] }""", 2)]
    [InlineData("""{ "a": "ok" }""", """{ "a": "partial" }""", 1)]
    [InlineData("""{ "a": false }""", """{ "a": true }""", 1)]
    [InlineData("""{ "a": 1 }""", """{ "a": "1" }""", 1)]
    public void A_difference_of_a_field_is_told(string expected, string actual, int differences) =>
        Assert.Equal(differences, FigureDifferences.Of(JsonNode.Parse(expected), JsonNode.Parse(actual), 1e-9m, "").Count);

    [Theory]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2027-W01", "2027-01-04")]
    [InlineData("2020-W53", "2020-12-28")]
    [InlineData("1996-W27", "1996-07-01")]
    [InlineData("2026-10", "2026-10-01")]
    public void The_oracle_has_its_own_calendar(string name, string start)
    {
        var period = PlainPeriod.Parse(name);
        Assert.Equal(start, period.Start.ToString("o", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(name, period.Name);
    }
}
