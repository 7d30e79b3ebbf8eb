using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>
/// Acquisition cost ÷ new customers over a window: 91 days ending with the week, 3 months ending with the month. Paid: marketing
/// spend; loaded: plus the sales cost, the headline when one is configured. New: the first booked order ever above zero falls in the window.
/// Undefined below the company.
/// </summary>
public sealed class AcquisitionCost : HeadlineMetric
{
    private const int WindowDays = 91;
    private const int WindowMonths = 3;

    /// <summary>With less history than this before the window an old customer may look new.</summary>
    private const int HistoryDays = 365;

    public override string Id => "cac";

    public override LocalText Name { get; } = new("Coût d’acquisition client", "Customer acquisition cost");

    public override bool FavourableUp => false;

    public static DateOnly WindowStart(Period period) => period.Kind == PeriodKind.Weekly ? period.End.AddDays(-WindowDays) : period.End.AddMonths(-WindowMonths);

    public override DateOnly NeedsFrom(Period period) => WindowStart(period);

    public override Measurement For(SalesHistory history, Period period, MetricSettings settings) => Over(history, WindowStart(period), period.End, settings);

    public override decimal? TrailingAverage(SalesHistory history, Period period, MetricSettings settings) => null;

    public override Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings)
    {
        if (!history.IsCompany)
        {
            return Measurement.Undefined(Reason.NotSplit);
        }

        var figures = history.Between(start, end);
        var newCustomers = history.NewCustomers(start, end).Count;
        decimal? spend = figures.SpendFacts > 0 ? figures.Spend : null;
        var full = settings.SalesCostPerMonth is { } perMonth ? spend + SalesCost.Between(start, end, perMonth) : null;
        var cost = settings.SalesCostPerMonth is null ? spend : full;
        var coverage = Measurement.Share(figures.SpendFacts, figures.SpendFacts + figures.SpendFactsWithoutRate);
        return Status(history, start, cost, newCustomers, coverage) with
        {
            Numerator = cost,
            Denominator = newCustomers,
            N = newCustomers,
            Coverage = coverage,
            Paid = newCustomers == 0 ? null : spend / newCustomers,
            Loaded = newCustomers == 0 ? null : full / newCustomers,
        };
    }

    private static Measurement Status(SalesHistory history, DateOnly start, decimal? cost, int newCustomers, decimal coverage)
    {
        if (cost is not { } known)
        {
            return Measurement.Undefined(coverage == 0 ? Reason.NoRate : Reason.NoSpend);
        }

        if (newCustomers == 0)
        {
            return Measurement.Undefined(Reason.NobodyNew);
        }

        return history.FirstOrderOfAll > start.AddDays(-HistoryDays)
            ? Measurement.Partial(known / newCustomers, Reason.HistoryTooShort)
            : Measurement.Of(known / newCustomers, coverage, Reason.NoRate);
    }
}
