using System.Globalization;

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>A folder with the orders of ten weeks, Monday 1998-02-02 to Sunday 1998-04-12, one of 100.00 EUR each day.</summary>
internal static class TinyCompany
{
    public static readonly DateOnly FirstDay = new(1998, 2, 2);
    public const int Days = 70;

    /// <param name="spoil">Lines put after the good ones.</param>
    public static string Write(string folder, params string[] spoil) => WriteDays(folder, Days, spoil);

    /// <param name="days">Only the first ones.</param>
    /// <param name="spoil">Lines put after the good ones.</param>
    public static string WriteDays(string folder, int days, params string[] spoil)
    {
        Directory.CreateDirectory(folder);
        var lines = Enumerable.Range(0, days).Select(day => string.Create(
            CultureInfo.InvariantCulture, $"O-{day:000},{FirstDay.AddDays(day):yyyy-MM-dd},C-{day % 7},1,100.00,60.00"));
        File.WriteAllLines(Path.Combine(folder, "orders.csv"), ["order_id,ordered_at,customer_id,quantity,net_amount,unit_cost", .. lines, .. spoil]);
        return folder;
    }
}
