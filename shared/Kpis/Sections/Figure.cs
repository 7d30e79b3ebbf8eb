using System.Text.Json.Serialization;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections;

/// <summary>One figure of a section with all that is needed to judge it. Source: metrics.md, rule 4.</summary>
public sealed record Figure
{
    /// <summary>Null when the status is undefined. Ratios are fractions, money unrounded.</summary>
    public decimal? Value { get; init; }

    /// <summary>An ISO currency, <c>ratio</c>, <c>days</c>, <c>hours</c> or <c>count</c>.</summary>
    public required string Unit { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>How many inputs the figure was made from.</summary>
    public int N { get; init; }

    /// <summary>Share of the input that had what the formula needs, 0 to 1.</summary>
    public decimal Coverage { get; init; } = 1;

    /// <summary><c>ok</c>, <c>partial</c> or <c>undefined</c>.</summary>
    public required string Status { get; init; }

    /// <summary>In English, why the figure is partial or undefined.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in every language; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalText? ReasonText { get; init; }

    /// <summary>Made from fewer inputs than <see cref="MetricSettings.MinimumSample"/>; never for revenue and gross margin.</summary>
    public bool SmallSample { get; init; }

    /// <summary>95 % Wilson interval of a rate; left out for all others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Interval? Interval { get; init; }

    /// <summary>The figure of a headline metric for a part of the sales.</summary>
    public static Figure Of(HeadlineMetric metric, Measurement measured, MetricSettings settings) =>
        Of(measured, UnitOf(metric.Unit, settings), metric.FlagsSmallSamples, settings);

    /// <param name="unit">As <see cref="Unit"/>; <see cref="MetricSettings.Currency"/> for money.</param>
    public static Figure Of(Measurement measured, string unit, bool flagsSmallSamples, MetricSettings settings) => new()
    {
        Value = measured.Value,
        Unit = unit,
        Numerator = measured.Numerator,
        Denominator = measured.Denominator,
        N = measured.N,
        Coverage = measured.Coverage,
        Status = StatusOf(measured.Status),
        Reason = measured.Reason?.Text.En,
        ReasonText = measured.Reason?.Text,
        SmallSample = flagsSmallSamples && measured.N < settings.MinimumSample,
        Interval = measured.Interval,
    };

    /// <summary>Numerator ÷ denominator as a fraction; undefined for the given reason when the denominator is zero.</summary>
    /// <param name="coverage">Below 90 % the figure is partial.</param>
    public static Figure Ratio(decimal numerator, decimal denominator, int n, MetricSettings settings, Reason whenUndefined, decimal coverage = 1, Reason? whenPartial = null)
    {
        var measured = denominator == 0
            ? Measurement.Undefined(whenUndefined)
            : Measurement.Of(numerator / denominator, coverage, whenPartial ?? whenUndefined);
        return Of(measured with { Numerator = numerator, Denominator = denominator, N = n, Coverage = coverage }, "ratio", flagsSmallSamples: true, settings);
    }

    /// <summary>Successes ÷ trials with the 95 % Wilson interval; undefined for the given reason without a trial.</summary>
    public static Figure Rate(int successes, int trials, MetricSettings settings, Reason whenUndefined) =>
        Ratio(successes, trials, trials, settings, whenUndefined) with { Interval = Statistics.Wilson(successes, trials) };

    /// <summary>A figure without a value, and why.</summary>
    public static Figure Undefined(string unit, Reason why, MetricSettings settings) => Of(Measurement.Undefined(why), unit, flagsSmallSamples: true, settings);

    private static string UnitOf(MetricUnit unit, MetricSettings settings) => unit switch
    {
        MetricUnit.Money => Currency.Parse(settings.Currency).Code,
        MetricUnit.Ratio => "ratio",
        MetricUnit.Days => "days",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a metric's unit."),
    };

    private static string StatusOf(MetricStatus status) => status switch
    {
        MetricStatus.Ok => "ok",
        MetricStatus.Partial => "partial",
        MetricStatus.Undefined => "undefined",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a figure's status."),
    };
}
