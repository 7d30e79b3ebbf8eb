using SalesReports.Insights;
using SalesReports.Reports;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>
/// The figures a finding tells are those of the report it stands in. That a sentence says no other number than its figures is
/// held elsewhere, for any figures.
/// </summary>
public sealed class FindingFactsTests(SampleReports reports) : IClassFixture<SampleReports>
{
    private const int Months = 24;
    private const int Weeks = 26;

    [Fact]
    public void Every_figure_of_every_finding_stands_in_the_report()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in Enumerable.Range(1, Months).Select(reports.Month).Concat(reports.Weeks(Weeks)))
        {
            foreach (var insight in report.Insights)
            {
                kinds.Add(insight.Kind);
                Assert.True(Holds(insight, report), $"{report.Period}: {insight.Text.En} {string.Join(", ", insight.Facts)}");
            }
        }

        Assert.Superset(new HashSet<string> { "target_met", "target_missed", "record_best", "record_worst", "margin_alarm", "customers_at_risk", "cac_jump", "biggest_driver" }, kinds);
    }

    private static bool Holds(Insight insight, Report report) => insight.Kind switch
    {
        "target_met" or "target_missed" => Cited(insight, report) is { Comparisons.Target: { } target } metric
            && insight.Facts["value"] == metric.Value && insight.Facts["target"] == target.Value && insight.Facts["gap"] == metric.Value - target.Value,
        "record_best" or "record_worst" => IsRecord(insight, Cited(insight, report)),
        "longer_cycle" => report.Metrics.Single(metric => metric.Id == "sales_cycle") is var cycle
            && insight.Facts["days"] == cycle.Value && insight.Facts["average"] == cycle.Comparisons.TrailingAverage!.Value,
        "data_gap" => Cited(insight, report) is var metric && insight.Facts[metric.Id] == metric.Value
            && (metric.Value is null || insight.Facts["coverage"] == metric.Coverage) && report.Gaps.Any(gap => gap.Metric == metric.Id),
        "biggest_driver" => IsDriver(insight, report),
        "margin_alarm" => report.Sections.MarginAlarm!.Section is { Fires: true } alarm
            && insight.Facts["revenueChange"] == (alarm.Now.Revenue - alarm.Then.Revenue) / alarm.Then.Revenue
            && insight.Facts["marginChange"] == alarm.Now.GrossMargin - alarm.Then.GrossMargin
            && insight.Facts["realisationChange"] == alarm.Now.PriceRealisation - alarm.Then.PriceRealisation
            && insight.Facts["extraDiscount"] == alarm.Named.Reps.Sum(rep => rep.Value),
        "concentration" => report.Sections.Company!.Section!.TopCustomers is var top
            && (insight.Facts["customers"] switch { 1 => top.Top1, 5 => top.Top5, _ => top.Top10 }) is var figure
            && insight.Facts["share"] == figure.Value && insight.Facts["revenue"] == figure.Numerator,
        "low_pipeline_coverage" => report.Sections.Teams!.Section!.Teams.Where(team => team.PipelineCoverage.Value is not null).MinBy(team => team.PipelineCoverage.Value) is { } lowest
            && insight.Facts["coverage"] == lowest.PipelineCoverage.Value && insight.Facts["missing"] == lowest.PipelineCoverage.Denominator - lowest.PipelineCoverage.Numerator
            && insight.Text.En.Contains(lowest.Name, StringComparison.Ordinal),
        "cac_jump" => report.Sections.Marketing!.Section!.PaidCacBySource.Single(row => insight.Text.En.Contains($"“{row.Source}”", StringComparison.Ordinal)) is var row
            && insight.Facts["cac"] == row.Value && insight.Facts["spend"] == row.Spend,
        "customers_at_risk" => AtRisk(report) is var risk && insight.Facts["customers"] == risk.Count && insight.Facts["revenueAtRisk"] == risk.Sum(),
        _ => false,
    };

    /// <summary>The metric whose name the sentence begins with.</summary>
    private static Metric Cited(Insight insight, Report report) => report.Metrics.Single(metric => insight.Text.En.StartsWith(metric.Name.En + ":", StringComparison.Ordinal));

    private static bool IsRecord(Insight insight, Metric metric)
    {
        var before = metric.History.SkipLast(1).TakeLast((int)insight.Facts["periods"]!.Value - 1).Select(point => point.Value!.Value).ToList();
        return insight.Facts["value"] == metric.Value
            && ((metric.Value > before.Max() && insight.Facts["formerRecord"] == before.Max()) || (metric.Value < before.Min() && insight.Facts["formerRecord"] == before.Min()));
    }

    private static bool IsDriver(Insight insight, Report report)
    {
        var bridge = report.Sections.Bridge?.Section ?? report.Sections.Bridges!.Section!.Revenue.Single(one => one?.Comparison == "previousPeriod")!;
        decimal[] effects = [bridge.Volume, bridge.Mix, bridge.Price, bridge.New, bridge.Lost, bridge.Other];
        var largest = bridge.To > bridge.From ? effects.Max() : effects.Min();
        return insight.Facts["before"] == bridge.From && insight.Facts["now"] == bridge.To && insight.Facts["effect"] == largest && insight.Facts["relative"] == (bridge.To - bridge.From) / bridge.From;
    }

    /// <summary>What is at risk with each customer of class A on the call list.</summary>
    private static List<decimal> AtRisk(Report report)
    {
        var customers = report.Sections.Customers!.Section!;
        return [.. customers.CallList.Where(entry => entry.RevenueAtRisk > 0 && customers.Abc.Single(customer => customer.Id == entry.CustomerId).Class == "A").Select(entry => entry.RevenueAtRisk)];
    }
}
