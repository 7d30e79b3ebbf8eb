using SalesReports.Measures;

namespace SalesReports.Kpis;

/// <summary>One metric measured over one range of days. Source: metrics.md, rule 4.</summary>
public sealed record Measurement
{
    /// <summary>Below this share of the input a figure is partial.</summary>
    private const decimal EnoughCoverage = 0.90m;

    /// <summary>Null exactly when the status is undefined.</summary>
    public decimal? Value { get; private init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public int N { get; init; }

    public decimal Coverage { get; init; } = 1;

    public MetricStatus Status { get; private init; }

    /// <summary>Why it is undefined or partial; null when ok.</summary>
    public Reason? Reason { get; private init; }

    public Interval? Interval { get; init; }

    public decimal? Median { get; init; }

    public decimal? Mean { get; init; }

    public decimal? Percentile80 { get; init; }

    public decimal? Paid { get; init; }

    public decimal? Loaded { get; init; }

    public static Measurement Undefined(Reason why) => new() { Status = MetricStatus.Undefined, Reason = why };

    /// <summary>A figure that is ok, or partial when its coverage is low.</summary>
    /// <param name="whenPartial">The reason to give for a low coverage.</param>
    public static Measurement Of(decimal value, decimal coverage, Reason whenPartial) => coverage < EnoughCoverage
        ? Partial(value, whenPartial) with { Coverage = coverage }
        : new() { Value = value, Coverage = coverage };

    public static Measurement Partial(decimal value, Reason why) => new() { Value = value, Status = MetricStatus.Partial, Reason = why };

    /// <summary>Partial for one more reason; a figure that is undefined or partial already keeps its own.</summary>
    public Measurement PartialBecause(Reason why) => Status == MetricStatus.Ok ? this with { Status = MetricStatus.Partial, Reason = why } : this;

    /// <summary>Part ÷ whole; 1 when there was no input at all.</summary>
    public static decimal Share(decimal part, decimal whole) => whole == 0 ? 1 : part / whole;
}

public enum MetricStatus
{
    Ok,
    Partial,
    Undefined,
}
