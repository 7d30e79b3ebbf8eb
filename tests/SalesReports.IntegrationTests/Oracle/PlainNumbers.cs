using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Ratios, medians and intervals as metrics.md has them, apart from the product's.</summary>
internal static class PlainNumbers
{
    /// <summary>Undefined over zero. Source: metrics.md, rule 3.</summary>
    public static decimal? Over(this decimal numerator, decimal? denominator) => denominator is null or 0 ? null : numerator / denominator;

    public static decimal? Median(this IEnumerable<decimal> values) => At(values, 0.5m);

    /// <summary>The value at rank (n − 1)·p between the sorted neighbours.</summary>
    public static decimal? At(IEnumerable<decimal> values, decimal p)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
        {
            return null;
        }

        var rank = (sorted.Count - 1) * p;
        var (lower, upper) = (sorted[(int)Math.Floor(rank)], sorted[(int)Math.Ceiling(rank)]);
        return lower + ((rank - Math.Floor(rank)) * (upper - lower));
    }

    /// <summary>The two p for which |share − p| = z·√(p·(1 − p)/n), solved as a quadratic.</summary>
    public static JsonObject? Wilson(int hits, int count)
    {
        if (count == 0)
        {
            return null;
        }

        var (n, share, zz) = ((double)count, (double)hits / count, 1.959964 * 1.959964);
        var (a, b, c) = (1 + (zz / n), -((2 * share) + (zz / n)), share * share);
        var root = Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c)));
        return new() { ["low"] = (-b - root) / (2 * a), ["high"] = (-b + root) / (2 * a) };
    }
}
