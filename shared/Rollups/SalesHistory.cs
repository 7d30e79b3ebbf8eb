namespace SalesReports.Rollups;

/// <summary>The days a report looks back on, ready to be added up over any range.</summary>
public sealed class SalesHistory
{
    private readonly Dictionary<DateOnly, Figures> _figures;
    private readonly Dictionary<DateOnly, IReadOnlyList<string>> _active;
    private readonly IReadOnlyList<FirstOrder> _firstOrders;

    /// <param name="days">Rollups of the whole range that will be asked for; a day without facts may be left out.</param>
    /// <param name="firstOrders">First orders of at least that range.</param>
    /// <param name="firstOrderOfAll">The earliest first order of any customer ever.</param>
    /// <param name="ordersBegan">The day of the first order fact of any status ever; null when there is none.</param>
    /// <param name="isCompany">False: the days are cut to what a team or a rep sees.</param>
    public SalesHistory(
        IEnumerable<DayRollup> days, Conversion conversion, IReadOnlyList<FirstOrder> firstOrders, DateOnly? firstOrderOfAll, DateOnly? ordersBegan, bool isCompany = true)
    {
        IsCompany = isCompany;
        var all = days.ToList();
        _figures = all.ToDictionary(day => day.Day, conversion.Of);
        _active = all.ToDictionary(day => day.Day, day => day.ActiveCustomers);
        _firstOrders = firstOrders;
        FirstOrderOfAll = firstOrderOfAll;
        OrdersBegan = ordersBegan;
    }

    /// <summary>Who is active and what was spent are known for the whole company only.</summary>
    public bool IsCompany { get; }

    public DateOnly? FirstOrderOfAll { get; }

    public DateOnly? OrdersBegan { get; }

    /// <summary>The sums over <c>[start, end)</c>.</summary>
    public Figures Between(DateOnly start, DateOnly end) => Figures.Sum(Days(_figures, start, end).ToList());

    /// <summary>Customers with a booked order above zero in <c>[start, end)</c>, each once.</summary>
    public IReadOnlySet<string> ActiveCustomers(DateOnly start, DateOnly end) =>
        Days(_active, start, end).SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal);

    /// <summary>Customers whose first order ever falls in <c>[start, end)</c>, ordinal order.</summary>
    public IReadOnlyList<string> NewCustomers(DateOnly start, DateOnly end) =>
        [.. _firstOrders.Where(first => first.Day >= start && first.Day < end).Select(first => first.CustomerId).Order(StringComparer.Ordinal)];

    private static IEnumerable<T> Days<T>(Dictionary<DateOnly, T> byDay, DateOnly start, DateOnly end)
    {
        for (var day = start; day < end; day = day.AddDays(1))
        {
            if (byDay.TryGetValue(day, out var found))
            {
                yield return found;
            }
        }
    }
}
