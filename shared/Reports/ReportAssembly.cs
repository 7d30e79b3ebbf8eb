using SalesReports.Calendar;
using SalesReports.Kpis;
using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>Puts a report together. Pure: no clock, no storage.</summary>
public static class ReportAssembly
{
    public static Report Assemble(ReportInputs inputs)
    {
        var measured = HeadlineMetrics.All.ToDictionary(
            m => m.Id, m => DoubtfulSource.Mark(m.Id, m.For(inputs.Data.History, inputs.Data.Period, inputs.Data.Settings), inputs.Doubtful), StringComparer.Ordinal);
        IReadOnlyList<Metric> metrics = [.. HeadlineMetrics.All.Select(m => MetricAssembly.Assemble(m, measured[m.Id], measured, inputs))];
        var sections = ReportSections.Of(inputs.Data);
        return new Report
        {
            Kind = inputs.Data.Period.Kind.Name(),
            Period = inputs.Data.Period.Name,
            Start = inputs.Data.Period.Start,
            End = inputs.Data.Period.End,
            TimeZone = inputs.Data.Settings.TimeZone,
            Currency = Currency.Parse(inputs.Data.Settings.Currency),
            Scope = inputs.Data.Scope,
            Revision = (inputs.Previous?.Revision ?? 0) + 1,
            BuiltAt = inputs.BuiltAt,
            Complete = true,
            Metrics = metrics,
            Insights = InsightAssembly.Of(inputs, metrics, measured, sections),
            Sources = inputs.Sources,
            Gaps = [.. HeadlineMetrics.All.Where(m => measured[m.Id].Reason is not null).Select(m => GapOf(m.Id, measured[m.Id]))],
            Restatements = inputs.Previous is { } previous ? Restatement.Between(previous.Metrics, metrics) : [],
            RestatementCauses = inputs.Previous is null ? [] : inputs.Causes,
            Sections = sections,
        };
    }

    private static Gap GapOf(string metric, Measurement measured) =>
        new(metric, MetricAssembly.StatusName(measured.Status), measured.Reason!.Code, measured.Reason.Text);
}
