using SalesReports.Measures;

namespace SalesReports.Reports;

/// <summary>One headline figure with all that is needed to judge it. Source: metrics.md, rules 4 to 7.</summary>
public sealed record Metric
{
    /// <summary><c>revenue</c>, <c>gross_margin</c>, <c>win_rate</c>, <c>average_order_value</c>, <c>sales_cycle</c>, <c>cac</c> or <c>ltv</c>.</summary>
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Null when the status is undefined. Ratios are fractions, durations days, money unrounded.</summary>
    public decimal? Value { get; init; }

    /// <summary>An ISO currency, <c>ratio</c> or <c>days</c>.</summary>
    public required string Unit { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>How many inputs the figure was made from.</summary>
    public int N { get; init; }

    /// <summary>Share of the input that had what the formula needs, 0 to 1.</summary>
    public decimal Coverage { get; init; } = 1;

    /// <summary><c>ok</c>, <c>partial</c> or <c>undefined</c>.</summary>
    public required string Status { get; init; }

    /// <summary>In English, why the figure is partial or undefined; the gaps of the report have it in every language.</summary>
    public string? Reason { get; init; }

    public bool SmallSample { get; init; }

    /// <summary>95 % interval of a rate.</summary>
    public Interval? Interval { get; init; }

    public required int DefinitionVersion { get; init; }

    /// <summary><c>up</c> or <c>down</c>.</summary>
    public required string Favourable { get; init; }

    /// <summary><c>green</c>, <c>amber</c>, <c>red</c>; null without a target or with a small sample.</summary>
    public string? Colour { get; init; }

    public required Comparisons Comparisons { get; init; }

    /// <summary>Thirteen periods, the last being the report's own.</summary>
    public required IReadOnlyList<HistoryPoint> History { get; init; }

    /// <summary>Since 1 January of the year of the period's last day; null when undefined and for <c>ltv</c>.</summary>
    public decimal? YearToDate { get; init; }

    /// <summary>Median order, in the monthly report.</summary>
    [OnlyFor("average_order_value")]
    public decimal? Median { get; init; }

    [OnlyFor("sales_cycle")]
    public decimal? Mean { get; init; }

    [OnlyFor("sales_cycle")]
    public decimal? Percentile80 { get; init; }

    /// <summary>Which of the two the headline is: <c>paid</c> or <c>loaded</c>.</summary>
    [OnlyFor("cac")]
    public string? Basis { get; init; }

    [OnlyFor("cac")]
    public decimal? Paid { get; init; }

    [OnlyFor("cac")]
    public decimal? Loaded { get; init; }

    /// <summary>Lifetime value ÷ acquisition cost.</summary>
    [OnlyFor("ltv")]
    public decimal? ToCac { get; init; }
}

/// <summary>All four keys are always present; null when there is none.</summary>
public sealed record Comparisons(Comparison? PreviousPeriod, Comparison? SamePeriodLastYear, Comparison? TrailingAverage, Comparison? Target);

/// <param name="Period">The period compared with; null for a trailing average or a target.</param>
/// <param name="Change">In the metric's unit; for ratios a fraction (−0.4 is −40 points).</param>
public sealed record Comparison(string? Period, decimal Value, decimal? Change, decimal? Relative, string? RelativeReason);

public sealed record HistoryPoint(string Period, decimal? Value);

/// <summary>The property is written only for the metric with this id.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyForAttribute(string metric) : Attribute
{
    public string Metric { get; } = metric;
}
