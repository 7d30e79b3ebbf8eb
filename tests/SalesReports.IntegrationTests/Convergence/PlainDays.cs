using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Rollups;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>The same days added up once more, from the last versions in memory, by other code than the product's.</summary>
internal static class PlainDays
{
    /// <summary>A line a figure, such as <c>2026-03-02 net USD = 12.5</c>; first orders as <c>first C1 = 2026-03-02</c>.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Fact> facts)
    {
        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var first = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        void Add(DateOnly day, string what, decimal amount) => sums[$"{day:yyyy-MM-dd} {what}"] = sums.GetValueOrDefault($"{day:yyyy-MM-dd} {what}") + amount;
        foreach (var fact in facts.Where(fact => !fact.Deleted))
        {
            switch (fact)
            {
                case Order order:
                    var (day, net) = (order.OrderedAt.Day, order.Lines.Sum(line => line.Net));
                    Add(day, "order facts", 1);
                    if (order.Status is OrderStatus.Booked or OrderStatus.Return)
                    {
                        Add(day, $"orders {order.Currency}", 1);
                        Add(day, $"net {order.Currency}", order.Status == OrderStatus.Return ? -net : net);
                    }

                    if (order.Status == OrderStatus.Booked)
                    {
                        // The same id in two sources is two customers; only the csv source's stand bare, and none of these is.
                        var customer = $"{order.Source}:{order.CustomerId}";
                        first[customer] = first.TryGetValue(customer, out var earlier) && earlier < day ? earlier : day;
                        sums[$"{day:yyyy-MM-dd} active {customer}"] = 1;
                    }

                    break;
                case Opportunity { ClosedAt: { } closed, Outcome: not Outcome.Open } deal:
                    Add(closed.Day, deal.Outcome.ToString(), 1);
                    break;
                case SpendDay spend:
                    Add(spend.Day, $"spend {spend.Currency}", spend.Amount);
                    Add(spend.Day, "spend facts", 1);
                    break;
                default:
                    break;
            }
        }

        return [.. sums.Where(sum => sum.Value != 0).Select(sum => FormattableString.Invariant($"{sum.Key} = {sum.Value:0.00}")), .. first.Select(one => $"first {one.Key} = {one.Value:yyyy-MM-dd}")];
    }

    /// <summary>What the product has stored, in the same words.</summary>
    public static async Task<IReadOnlyList<string>> StoredAsync(TestWorld world, CancellationToken cancellationToken)
    {
        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var rollup in (await world.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken)).Select(stored => stored.Rollup))
        {
            void Add(string what, decimal amount) => sums[$"{rollup.Day:yyyy-MM-dd} {what}"] = sums.GetValueOrDefault($"{rollup.Day:yyyy-MM-dd} {what}") + amount;
            Add("order facts", rollup.OrderFacts);
            Add(nameof(Outcome.Won), rollup.Deals.Won);
            Add(nameof(Outcome.Lost), rollup.Deals.Lost);
            foreach (var orders in rollup.Orders)
            {
                Add($"orders {orders.Currency}", orders.Count);
                Add($"net {orders.Currency}", orders.Net);
            }

            foreach (var customer in rollup.ActiveCustomers)
            {
                Add($"active {customer}", 1);
            }

            foreach (var spend in rollup.Spend)
            {
                Add($"spend {spend.Currency}", spend.Amount);
                Add("spend facts", spend.Facts);
            }
        }

        var first = await world.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
        return
        [
            .. sums.Where(sum => sum.Value != 0).Select(sum => FormattableString.Invariant($"{sum.Key} = {sum.Value:0.00}")),
            .. first.OrderBy(one => one.CustomerId, StringComparer.Ordinal).Select(one => $"first {one.CustomerId} = {one.Day:yyyy-MM-dd}"),
        ];
    }
}
