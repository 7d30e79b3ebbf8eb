namespace SalesReports.Kpis.Sections.Bridges;

/// <summary>
/// Amounts cut to 12 decimals before they are added. Prices and converted amounts have endless digits; a decimal holds 28, so sums
/// of uncut ones would not close. Cut, all sums of amounts below 10¹⁵ are exact, in any order, and off by far less than a cent.
/// </summary>
internal static class ExactSum
{
    private const int Decimals = 12;

    public static decimal Kept(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);
}
