namespace SalesReports.Rollups.Sales;

/// <summary>The sales that a report's sections look back on, of the rows its scope may see, ready to be cut by days.</summary>
public sealed class SalesBook
{
    private readonly SortedList<DateOnly, IReadOnlyList<Sale>> _days = [];

    /// <param name="sales">In any order.</param>
    public SalesBook(IEnumerable<Sale> sales)
    {
        foreach (var day in sales.GroupBy(sale => sale.Day))
        {
            _days[day.Key] = [.. day];
        }
    }

    /// <summary>The sales of <c>[start, end)</c> whose amounts are known, by day.</summary>
    public IEnumerable<Sale> Between(DateOnly start, DateOnly end) => AllBetween(start, end).Where(sale => sale.HasRate);

    /// <summary>The same with those that have no usable rate: who ordered what when, and how often.</summary>
    public IEnumerable<Sale> AllBetween(DateOnly start, DateOnly end)
    {
        for (var index = FirstFrom(start); index < _days.Count && _days.Keys[index] < end; index++)
        {
            foreach (var sale in _days.Values[index])
            {
                yield return sale;
            }
        }
    }

    private int FirstFrom(DateOnly day)
    {
        var (low, high) = (0, _days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _days.Keys[middle] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
