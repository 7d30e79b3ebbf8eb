using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>A section is written as itself, a missing one as its reason, and both come back.</summary>
public sealed class SectionResultTests
{
    private static readonly MetricSettings Settings = new();

    [Fact]
    public void A_section_is_written_as_it_is()
    {
        var result = SectionResult.Of(new Interval(0.25m, 0.5m));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "low": 0.25, "high": 0.5 }"""), SectionJson.Node(result)));
        Assert.Equal(result, JsonSerializer.Deserialize<SectionResult<Interval>>(SectionJson.Text(result), ReportJson.Options));
    }

    [Fact]
    public void A_section_that_cannot_be_computed_says_why_in_both_languages()
    {
        var result = SectionResult.Undefined<Interval>(Reason.NoSales);
        var written = SectionJson.Node(result)!;

        Assert.Equal(("undefined", Reason.NoSales.Text.En, "no_sales"), (written["status"]!.GetValue<string>(), written["reason"]!.GetValue<string>(), written["code"]!.GetValue<string>()));
        Assert.Equal(Reason.NoSales.Text.Fr, written["text"]!["fr"]!.GetValue<string>());
        Assert.Equal(result, JsonSerializer.Deserialize<SectionResult<Interval>>(SectionJson.Text(result), ReportJson.Options));
    }

    [Fact]
    public void A_ratio_over_nothing_is_undefined_and_has_no_value()
    {
        var figure = Figure.Ratio(3, 0, 0, Settings, Reason.NoSales);

        Assert.Equal((null, "undefined", Reason.NoSales.Text.En, true), (figure.Value, figure.Status, figure.Reason, figure.SmallSample));
    }

    [Theory]
    [InlineData(0.9, "ok", null)]
    [InlineData(0.8999, "partial", "The cost is missing on part of the sales.")]
    public void A_ratio_is_partial_below_ninety_percent_of_coverage(double coverage, string status, string? reason)
    {
        var figure = Figure.Ratio(1, 4, 9, Settings, Reason.NoSales, (decimal)coverage, Reason.SomeCostMissing);

        Assert.Equal((0.25m, status, reason), (figure.Value, figure.Status, figure.Reason));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_rate_from_few_trials_is_a_small_sample_and_carries_its_interval(int trials, bool small)
    {
        var figure = Figure.Rate(1, trials, Settings, Reason.NothingClosed);

        Assert.Equal((small, Statistics.Wilson(1, trials)), (figure.SmallSample, figure.Interval));
    }

    [Fact]
    public void Revenue_and_margin_have_no_small_samples()
    {
        var revenue = Figure.Of(new Revenue(), Measurement.Of(10, 1, Reason.NoRate) with { N = 1 }, Settings);

        Assert.Equal((false, "EUR"), (revenue.SmallSample, revenue.Unit));
    }
}
