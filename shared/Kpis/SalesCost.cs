namespace SalesReports.Kpis;

/// <summary>The configured monthly cost of the sales force, spread evenly over the days of each month.</summary>
public static class SalesCost
{
    /// <summary>Σ over months touched of cost × days in <c>[start, end)</c> ÷ days in the month. Unit: that of <paramref name="perMonth"/>.</summary>
    public static decimal Between(DateOnly start, DateOnly end, decimal perMonth)
    {
        var total = 0m;
        for (var month = new DateOnly(start.Year, start.Month, 1); month < end; month = month.AddMonths(1))
        {
            var next = month.AddMonths(1);
            var from = start > month ? start : month;
            var to = end < next ? end : next;
            total += perMonth * (to.DayNumber - from.DayNumber) / (next.DayNumber - month.DayNumber);
        }

        return total;
    }
}
