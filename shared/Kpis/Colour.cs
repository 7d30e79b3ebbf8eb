namespace SalesReports.Kpis;

/// <summary>Green at or past the target, amber within the band (inclusive), else red. Source: metrics.md, rule 6.</summary>
public static class Colour
{
    /// <param name="band">Fraction of the target, such as 0.10.</param>
    public static string Of(decimal value, decimal target, bool favourableUp, decimal band)
    {
        if (favourableUp ? value >= target : value <= target)
        {
            return "green";
        }

        var edge = target * (favourableUp ? 1 - band : 1 + band);
        return (favourableUp ? value >= edge : value <= edge) ? "amber" : "red";
    }
}
