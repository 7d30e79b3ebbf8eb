namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>From the doubles that a forecast is computed in to the amounts that a report carries.</summary>
internal static class Estimate
{
    /// <summary>What a decimal with cents holds; far beyond any revenue.</summary>
    private const double Largest = 1e26;

    /// <summary>Rounded to cents: the rest of an estimate's digits say nothing.</summary>
    public static decimal Cents(double value) => Math.Round((decimal)Math.Clamp(value, -Largest, Largest), 2);
}
