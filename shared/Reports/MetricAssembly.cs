using SalesReports.Calendar;
using SalesReports.Kpis;
using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>Turns a measurement into the metric a report carries: comparisons, history, colour. Source: metrics.md, rules 4 to 6.</summary>
internal static class MetricAssembly
{
    public static Metric Assemble(HeadlineMetric metric, Measurement now, IReadOnlyDictionary<string, Measurement> all, ReportInputs inputs)
    {
        var (period, settings) = (inputs.Data.Period, inputs.Data.Settings);
        var small = metric.FlagsSmallSamples && now.N < settings.MinimumSample;
        var target = new TargetBook(inputs.Data.Targets, inputs.Data.Scope, inputs.Data.Holidays).For(metric, period);
        return new Metric
        {
            Id = metric.Id,
            Name = metric.Name,
            Value = now.Value,
            Unit = UnitName(metric.Unit, settings),
            Numerator = now.Numerator,
            Denominator = now.Denominator,
            N = now.N,
            Coverage = now.Coverage,
            Status = StatusName(now.Status),
            Reason = now.Reason?.Text.En,
            SmallSample = small,
            Interval = now.Interval,
            DefinitionVersion = metric.DefinitionVersion,
            Favourable = metric.FavourableUp ? "up" : "down",
            Colour = now.Value is { } value && target is { } goal && !small ? Colour.Of(value, goal, metric.FavourableUp, settings.AmberBand) : null,
            Comparisons = Compare(metric, now, target, inputs),
            History = [.. ReportWindow.HistoryOf(period).Select(p => new HistoryPoint(p.Name, metric.For(inputs.Data.History, p, settings).Value))],
            YearToDate = metric.YearToDate(inputs.Data.History, period, settings),
            Median = period.Kind == PeriodKind.Monthly ? now.Median : null,
            Mean = now.Mean,
            Percentile80 = now.Percentile80,
            Basis = (metric, settings.SalesCostPerMonth) switch
            {
                (AcquisitionCost, null) => "paid",
                (AcquisitionCost, _) => "loaded",
                _ => null,
            },
            Paid = now.Paid,
            Loaded = now.Loaded,
            ToCac = metric is LifetimeValue && now.Value is { } lifetime && all["cac"].Value is > 0 and var cost ? lifetime / cost : null,
        };
    }

    public static string StatusName(MetricStatus status) => status switch
    {
        MetricStatus.Ok => "ok",
        MetricStatus.Partial => "partial",
        MetricStatus.Undefined => "undefined",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a metric's status."),
    };

    private static string UnitName(MetricUnit unit, MetricSettings settings) => unit switch
    {
        MetricUnit.Money => Currency.Parse(settings.Currency).Code,
        MetricUnit.Ratio => "ratio",
        MetricUnit.Days => "days",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a metric's unit."),
    };

    private static Comparisons Compare(HeadlineMetric metric, Measurement now, decimal? target, ReportInputs inputs)
    {
        var (period, history, settings) = (inputs.Data.Period, inputs.Data.History, inputs.Data.Settings);
        var (previous, lastYear) = (period.Back(1), period.SamePeriodLastYear());
        return new Comparisons(
            Against(metric.For(history, previous, settings).Value, previous.Name),
            Against(metric.For(history, lastYear, settings).Value, lastYear.Name),
            Against(metric.TrailingAverage(history, period, settings), null),
            Against(target, null));

        Comparison? Against(decimal? other, string? name)
        {
            if (other is not { } value)
            {
                return null;
            }

            var change = Change.Between(now.Value, value, metric.ChangesInPoints);
            return new Comparison(name, value, change.Absolute, change.Relative, change.RelativeReason);
        }
    }
}
