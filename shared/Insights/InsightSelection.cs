using SalesReports.Calendar;
using SalesReports.Insights.Rules;

namespace SalesReports.Insights;

/// <summary>The findings a report shows: by severity, then money; three in a weekly one, eight in a monthly one. Source: metrics.md, insights.</summary>
public static class InsightSelection
{
    private const int InWeekly = 3;
    private const int InMonthly = 8;

    private static readonly Func<InsightInputs, IEnumerable<RankedInsight>>[] Rules =
    [
        MarginAlarmRule.Of, TargetRule.Of, CallListRule.Of, GapRule.Of, CycleRule.Of, PipelineRule.Of, SourceCostRule.Of, ConcentrationRule.Of, DriverRule.Of, RecordRule.Of,
    ];

    public static IReadOnlyList<Insight> Of(InsightInputs inputs) =>
    [
        .. Rules.SelectMany(rule => rule(inputs))
            .OrderByDescending(found => found.Insight.Severity)
            .ThenByDescending(found => found.Money)
            .Take(inputs.Kind == PeriodKind.Weekly ? InWeekly : InMonthly)
            .Select(found => found.Insight),
    ];
}
