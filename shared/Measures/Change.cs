namespace SalesReports.Measures;

/// <summary>How a figure moved against a base. Source: metrics.md, rule 5.</summary>
/// <param name="Absolute">Value − base; null when the value is undefined.</param>
/// <param name="Relative">Change ÷ base; null for points, without a value, or with a base of zero or below.</param>
/// <param name="RelativeReason"><c>new</c> (the base is zero) or <c>negative_base</c>; null otherwise, also for 0 against 0.</param>
public sealed record Change(decimal? Absolute, decimal? Relative, string? RelativeReason)
{
    /// <param name="inPoints">Ratios such as margin move in points: there is no relative change.</param>
    public static Change Between(decimal? value, decimal against, bool inPoints)
    {
        if (value is not { } now)
        {
            return new(null, null, null);
        }

        var change = now - against;
        return (inPoints, against) switch
        {
            (true, _) => new(change, null, null),
            (false, > 0) => new(change, change / against, null),
            (false, < 0) => new(change, null, "negative_base"),
            (false, _) => new(change, null, change == 0 ? null : "new"),
        };
    }
}
