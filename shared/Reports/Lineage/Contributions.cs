using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Kpis;
using SalesReports.Rollups;

namespace SalesReports.Reports.Lineage;

/// <summary>Which facts a headline metric takes in and what each adds, by the rules of metrics.md. Pure.</summary>
public static class Contributions
{
    /// <summary>The days whose facts a period's figure is made of, the end excluded.</summary>
    public static (DateOnly Start, DateOnly End) WindowOf(HeadlineMetric metric, Period period) => metric switch
    {
        AcquisitionCost => (AcquisitionCost.WindowStart(period), period.End),
        LifetimeValue => (LifetimeInputs.BaseStart(period.End), period.End),
        _ => (period.Start, period.End),
    };

    /// <param name="day">The day the fact was found under.</param>
    /// <param name="products">Costs that stand in where a line has none.</param>
    /// <returns>Null when the metric does not take the fact in, or the scope does not see it.</returns>
    public static ContributingRow? Of(HeadlineMetric metric, Fact fact, DateOnly day, ScopeFilter scope, IReadOnlyDictionary<string, Product> products) => fact switch
    {
        { Deleted: true } => null,
        Order order when metric is Revenue or GrossMargin or AverageOrderValue or LifetimeValue && scope.SeesOrder(order.RepId, CustomerKey.Of(order.Source, order.CustomerId)) =>
            Of(metric, order, products),
        Opportunity deal when metric is WinRate or SalesCycle && deal.ClosedAt?.Day == day && scope.SeesDeal(deal.RepId) => Of(metric, deal),
        SpendDay spend when metric is AcquisitionCost && scope.SeesAll => Row("spend", spend, spend.Day) with { Amount = spend.Amount, Currency = spend.Currency?.Code },
        _ => null,
    };

    /// <summary>A customer whose first order ever fell on the day: what the cost of acquisition is divided by.</summary>
    public static ContributingRow Of(FirstOrder first) => new("newCustomer", null, first.CustomerId, first.Day, first.CustomerId, null, null, null, null, null, null);

    private static ContributingRow? Of(HeadlineMetric metric, Order order, IReadOnlyDictionary<string, Product> products)
    {
        if (order.Status is not (OrderStatus.Booked or OrderStatus.Return))
        {
            return null;
        }

        var isReturn = order.Status == OrderStatus.Return;
        decimal Signed(decimal amount) => isReturn ? -Math.Abs(amount) : amount;
        var lines = metric is GrossMargin ? [.. order.Lines.Where(line => CostOf(line) is not null)] : order.Lines;
        var net = lines.Sum(line => Signed(line.Net));
        var isTaken = metric switch
        {
            GrossMargin => lines.Count > 0,
            AverageOrderValue or LifetimeValue => !isReturn && net > 0,
            _ => true,
        };
        return isTaken
            ? Row(isReturn ? "return" : "order", order, order.OrderedAt.Day) with
            {
                CustomerId = CustomerKey.Of(order.Source, order.CustomerId),
                RepId = order.RepId,
                Amount = net,
                Currency = order.Currency?.Code,
                Cost = metric is GrossMargin && lines.All(line => line.UnitCost is not null || products[line.Sku!].Currency == order.Currency)
                    ? lines.Sum(line => CostOf(line)!.Value * Signed(line.Quantity))
                    : null,
            }
            : null;

        decimal? CostOf(OrderLine line) => line.UnitCost ?? (line.Sku is { } sku ? products.GetValueOrDefault(sku)?.UnitCost : null);
    }

    private static ContributingRow? Of(HeadlineMetric metric, Opportunity deal)
    {
        int? duration = deal.CreatedAt is { } created ? deal.ClosedAt!.Value.Day.DayNumber - created.Day.DayNumber : null;
        var isTaken = metric is WinRate ? deal.Outcome is Outcome.Won or Outcome.Lost : deal.Outcome == Outcome.Won && duration >= 0;
        return isTaken
            ? Row("opportunity", deal, deal.ClosedAt!.Value.Day) with
            {
                CustomerId = deal.CustomerId is { } customer ? CustomerKey.Of(deal.Source, customer) : null,
                RepId = deal.RepId,
                Days = metric is SalesCycle ? duration : null,
                Outcome = deal.Outcome == Outcome.Won ? "won" : "lost",
            }
            : null;
    }

    private static ContributingRow Row(string kind, Fact fact, DateOnly day) => new(kind, fact.Source, fact.Id, day, null, null, null, null, null, null, null);
}
