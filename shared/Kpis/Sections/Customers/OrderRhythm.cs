using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Customers;

/// <summary>How often a customer orders: the distinct days of its orders above zero.</summary>
/// <param name="Last">Day of the last order.</param>
/// <param name="MedianInterval">Days between one order day and the next, at least 3.</param>
internal sealed record OrderRhythm(DateOnly Last, decimal MedianInterval)
{
    /// <summary>Fewer order days show no rhythm.</summary>
    private const int FewestDays = 3;

    private const decimal LeastInterval = 3;

    /// <summary>Null with fewer than three distinct order days.</summary>
    public static OrderRhythm? Of(IEnumerable<Sale> sales)
    {
        var days = sales.Where(IsOrder).Select(sale => sale.Day).Distinct().Order().ToList();
        if (days.Count < FewestDays)
        {
            return null;
        }

        var intervals = days.Skip(1).Zip(days, (later, earlier) => (decimal)(later.DayNumber - earlier.DayNumber)).Order().ToList();
        return new OrderRhythm(days[^1], Math.Max(LeastInterval, Statistics.Median(intervals)!.Value));
    }

    /// <summary>From the last order to the report's last day.</summary>
    public int DaysSince(DateOnly end) => end.DayNumber - 1 - Last.DayNumber;

    /// <summary>Last order + median interval, rounded up to a day.</summary>
    public DateOnly ExpectedReorder => Last.AddDays((int)decimal.Ceiling(MedianInterval));

    public static bool IsOrder(Sale sale) => sale.PositiveOrders > 0;
}
