namespace SalesReports.Measures;

/// <summary>Order statistics and intervals. Source: metrics.md, rule 4 and the metric <c>sales_cycle</c>.</summary>
public static class Statistics
{
    /// <summary>Two-sided 95 % normal quantile, as metrics.md fixes it.</summary>
    private const double Z = 1.959964;

    /// <summary>The middle value; the mean of the middle two of an even count; null of none.</summary>
    public static decimal? Median(IReadOnlyList<decimal> sorted) => Percentile(sorted, 0.5m);

    /// <summary>The value at rank (n − 1)·p, linear between neighbours; null of none.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="p">Between 0 and 1.</param>
    public static decimal? Percentile(IReadOnlyList<decimal> sorted, decimal p)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var rank = (sorted.Count - 1) * p;
        var below = (int)decimal.Floor(rank);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The 95 % Wilson score interval of successes ÷ trials, within [0, 1]; null without a trial.</summary>
    public static Interval? Wilson(int successes, int trials)
    {
        if (trials == 0)
        {
            return null;
        }

        double n = trials;
        var p = successes / n;
        var zz = Z * Z;
        var centre = p + (zz / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (zz / (4 * n * n)));
        var scale = 1 + (zz / n);
        return new Interval(
            successes == 0 ? 0m : (decimal)((centre - spread) / scale),
            successes == trials ? 1m : (decimal)((centre + spread) / scale));
    }
}

/// <summary>A range of fractions.</summary>
public sealed record Interval(decimal Low, decimal High);
