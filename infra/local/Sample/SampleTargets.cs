using System.Globalization;

namespace SalesReports.Local.Sample;

/// <summary>
/// What management promised itself: revenue by month for the company, its teams and people, and one figure a year for each of
/// the other metrics. A month's promise is last year's figure and eight percent more; the first year's are near what came.
/// </summary>
internal static class SampleTargets
{
    private const decimal Ambition = 1.08m;

    /// <summary>Months planned beyond the last day, for pipeline coverage.</summary>
    private const int MonthsAhead = 6;

    /// <summary>Round figures near what such a company does, so that some are met, some nearly, some not.</summary>
    private static readonly (string Metric, decimal Value)[] Yearly =
    [
        ("gross_margin", 0.40m), ("win_rate", 0.28m), ("average_order_value", 2450m), ("sales_cycle", 42m), ("cac", 15000m), ("ltv", 125000m),
    ];

    public static int Write(string folder, SampleRandom random, SampleCalendar calendar, SampleRates rates, IReadOnlyList<SampleOrder> orders)
    {
        using var file = new SampleFile(folder, "targets.csv", "period,scope,metric,value");
        for (var year = calendar.FirstDay.Year; year <= calendar.LastDay.AddMonths(MonthsAhead).Year; year++)
        {
            foreach (var (metric, value) in Yearly)
            {
                file.Row(year.ToString(CultureInfo.InvariantCulture), "company", metric, value);
            }
        }

        foreach (var (scope, revenue) in Scopes(orders.Where(order => order.Counts).ToArray(), rates))
        {
            foreach (var (month, value) in Months(random, calendar, revenue))
            {
                file.Row(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), scope, "revenue", value);
            }
        }

        return file.Rows;
    }

    private static IEnumerable<(string Scope, Dictionary<DateOnly, decimal> Revenue)> Scopes(SampleOrder[] orders, SampleRates rates)
    {
        yield return Scope("company", orders, rates);
        foreach (var team in orders.GroupBy(order => (order.Rep ?? order.Customer.Owner).Team).OrderBy(team => team.Key, StringComparer.Ordinal))
        {
            yield return Scope($"team:{team.Key}", [.. team], rates);
        }

        foreach (var rep in orders.GroupBy(order => (order.Rep ?? order.Customer.Owner).Id).OrderBy(rep => rep.Key, StringComparer.Ordinal))
        {
            yield return Scope($"rep:{rep.Key}", [.. rep], rates);
        }
    }

    private static (string Scope, Dictionary<DateOnly, decimal> Revenue) Scope(string name, SampleOrder[] orders, SampleRates rates) =>
        (name, orders
            .GroupBy(order => FirstOfMonth(order.Day))
            .ToDictionary(month => month.Key, month => month.Sum(order => order.Net / rates.PerEuro(order.Customer.Currency, order.Day))));

    private static IEnumerable<(DateOnly Month, decimal Value)> Months(
        SampleRandom random, SampleCalendar calendar, Dictionary<DateOnly, decimal> revenue)
    {
        // Only months that are complete say what a month brings.
        var first = FirstOfMonth(calendar.FirstDay.AddDays(30));
        for (var month = first; month <= calendar.LastDay.AddMonths(MonthsAhead); month = month.AddMonths(1))
        {
            var before = month.AddYears(-1);
            var promise = before >= first
                ? revenue.GetValueOrDefault(before) * Ambition
                : revenue.GetValueOrDefault(month) * (decimal)random.Between(0.92, 1.12);
            yield return (month, Math.Round(promise / 1000) * 1000);
        }
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
