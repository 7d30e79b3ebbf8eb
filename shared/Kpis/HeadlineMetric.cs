using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Rollups;

namespace SalesReports.Kpis;

/// <summary>One of the seven figures on the front page. Source: metrics.md, "The seven headline metrics".</summary>
public abstract class HeadlineMetric
{
    public abstract string Id { get; }

    public abstract LocalText Name { get; }

    /// <summary>Raised whenever the formula changes; printed beside the figure.</summary>
    public virtual int DefinitionVersion => 1;

    public virtual MetricUnit Unit => MetricUnit.Money;

    public virtual bool FavourableUp => true;

    /// <summary>Changes are differences of fractions, never relative.</summary>
    public virtual bool ChangesInPoints => false;

    public virtual bool FlagsSmallSamples => true;

    /// <summary>A target is spread over the working days of its month; the others apply as they are.</summary>
    public virtual bool SpreadsTarget => false;

    /// <summary>The figure over the days <c>[start, end)</c>.</summary>
    public abstract Measurement Over(SalesHistory history, DateOnly start, DateOnly end, MetricSettings settings);

    /// <summary>The figure of a period.</summary>
    public virtual Measurement For(SalesHistory history, Period period, MetricSettings settings) =>
        Over(history, period.Start, period.End, settings);

    /// <summary>The average over the 13 weeks or 12 months before the period; null when there is none.</summary>
    public virtual decimal? TrailingAverage(SalesHistory history, Period period, MetricSettings settings) =>
        Over(history, period.Back(period.TrailingCount).Start, period.Start, settings).Value;

    /// <summary>The figure since 1 January of the year of the period's last day; null when undefined.</summary>
    public virtual decimal? YearToDate(SalesHistory history, Period period, MetricSettings settings) =>
        Over(history, new DateOnly(period.LastDay.Year, 1, 1), period.End, settings).Value;

    /// <summary>The first day whose rollup the period's figure needs.</summary>
    public virtual DateOnly NeedsFrom(Period period) => period.Start;
}

public enum MetricUnit
{
    Money,
    Ratio,
    Days,
}
