namespace SalesReports.IntegrationTests.Oracle;

/// <summary>A figure with what rule 4 of metrics.md asks for; <see cref="Value"/> is null when undefined.</summary>
internal sealed record PlainFigure(decimal? Value, decimal? Numerator, decimal? Denominator, int N, decimal Coverage)
{
    /// <summary>Too short a history makes a figure partial whatever its coverage.</summary>
    public bool Doubtful { get; init; }

    public string Status => Value is null ? "undefined" : Doubtful || Coverage < 0.9m ? "partial" : "ok";
}

internal sealed record PlainCycle(PlainFigure Figure, decimal? Mean, decimal? Percentile80);

internal sealed record PlainCac(PlainFigure Figure, decimal? Paid, decimal? Loaded);

/// <summary>
/// The seven formulas of metrics.md over all facts of the days <c>[from, to)</c>, read again for every figure: slow, and plain to see.
/// </summary>
internal sealed class PlainMetrics(PlainWorld world)
{
    private readonly IReadOnlyList<Sale> _sales = [.. world.Sales()];
    private readonly IReadOnlyList<(DateOnly Day, decimal? Amount)> _spend = [.. world.Spend.Select(s => (s.Day, world.Convert(s.Amount, s.Currency, s.Day)))];

    public PlainFigure Revenue(DateOnly from, DateOnly to)
    {
        if (!(to > FirstOrderFact))
        {
            // Rule 5: before the first fact nothing is known; it is no zero.
            return new(null, null, null, 0, 1);
        }

        var sales = Sales(from, to);
        var sum = sales.Sum(sale => sale.Net ?? 0);
        var known = sales.Count(sale => sale.Net is not null);

        // Rule 4, missing is not zero: orders of which none can be converted add up to nothing known.
        return new(sales.Count > 0 && known == 0 ? null : sum, sum, null, known, CoverageOf(sales));
    }

    public PlainFigure Margin(DateOnly from, DateOnly to)
    {
        var lines = Sales(from, to).SelectMany(sale => sale.Lines).ToList();
        var known = lines.Where(line => line is { Net: not null, Cost: not null }).ToList();
        var (net, margin) = (known.Sum(line => line.Net!.Value), known.Sum(line => line.Net!.Value - line.Cost!.Value));
        var all = lines.Sum(line => Math.Abs(line.Net ?? 0));
        var coverage = lines.Any(line => line.RateMissing) ? (decimal)known.Count / lines.Count
            : all == 0 ? 1
            : known.Sum(line => Math.Abs(line.Net!.Value)) / all;
        return new(net == 0 ? null : margin / net, margin, net, known.Count, coverage);
    }

    public PlainFigure AverageOrder(DateOnly from, DateOnly to)
    {
        var sales = Sales(from, to);
        var sum = sales.Sum(sale => sale.Net ?? 0);
        var orders = sales.Count(sale => sale is { IsOrder: true, Net: not null });
        return new(orders == 0 ? null : sum / orders, sum, orders, orders, CoverageOf(sales));
    }

    public decimal? MedianOrder(DateOnly from, DateOnly to) =>
        PlainNumbers.At([.. Sales(from, to).Where(sale => sale is { IsOrder: true, Net: not null }).Select(sale => sale.Net!.Value)], 0.5m);

    public PlainFigure WinRate(DateOnly from, DateOnly to)
    {
        var closed = world.Deals.Where(deal => deal.Outcome is "won" or "lost" && deal.Closed >= from && deal.Closed < to).ToList();
        var won = closed.Count(deal => deal.Outcome == "won");
        return new(closed.Count == 0 ? null : (decimal)won / closed.Count, won, closed.Count, closed.Count, 1);
    }

    public PlainCycle Cycle(DateOnly from, DateOnly to)
    {
        var won = world.Deals.Where(deal => deal.Outcome == "won" && deal.Closed >= from && deal.Closed < to).ToList();
        var days = won.Where(deal => deal.Created <= deal.Closed).Select(deal => (decimal)(deal.Closed!.Value.DayNumber - deal.Created!.Value.DayNumber)).ToList();
        var unknown = won.Count(deal => deal.Created is null);
        var coverage = days.Count + unknown == 0 ? 1 : (decimal)days.Count / (days.Count + unknown);
        return new(new(PlainNumbers.At(days, 0.5m), null, null, days.Count, coverage), days.Count == 0 ? null : days.Average(), PlainNumbers.At(days, 0.8m));
    }

    public PlainCac Cac(DateOnly from, DateOnly to)
    {
        var spend = _spend.Where(fact => fact.Day >= from && fact.Day < to).ToList();
        var converted = spend.Select(fact => fact.Amount).OfType<decimal>().ToList();
        var newcomers = FirstOrders().Count(first => first >= from && first < to);
        var coverage = spend.Count == 0 ? 1 : (decimal)converted.Count / spend.Count;
        if (converted.Count == 0)
        {
            return new(new(null, null, newcomers, newcomers, coverage), null, null);
        }

        var (paid, loaded) = (converted.Sum(), converted.Sum() + (SalesCost(from, to) ?? 0));
        var cost = SalesCost(from, to) is null ? paid : loaded;
        var figure = new PlainFigure(newcomers == 0 ? null : cost / newcomers, cost, newcomers, newcomers, coverage)
        {
            Doubtful = newcomers > 0 && from.DayNumber - FirstOrders().Min().DayNumber < 365,
        };
        return new(figure, newcomers == 0 ? null : paid / newcomers, newcomers == 0 || SalesCost(from, to) is null ? null : loaded / newcomers);
    }

    public PlainFigure Ltv(DateOnly end)
    {
        var (year, before) = (end.AddYears(-1), end.AddYears(-2));
        var (active, margin) = (Active(year, end), Margin(year, end));
        var churnBase = Active(before, year);
        if (active.Count == 0 || margin.Value is null || churnBase.Count < world.Settings.MinimumChurnBase || FirstOrders().Min() > before)
        {
            return new(null, null, null, active.Count, margin.Coverage);
        }

        var churn = (decimal)churnBase.Count(customer => !active.Contains(customer)) / churnBase.Count;
        var lifetime = churn == 0 ? world.Settings.MaximumLifetimeYears : Math.Min(world.Settings.MaximumLifetimeYears, 1 / churn);
        return new(Revenue(year, end).Value * margin.Value / active.Count * lifetime, null, null, active.Count, margin.Coverage);
    }

    /// <summary>Rule 5: history begins with the first fact of the kind.</summary>
    private DateOnly? FirstOrderFact { get; } = world.OrdersBegan();

    private static decimal CoverageOf(List<Sale> sales) => sales.Count == 0 ? 1 : (decimal)sales.Count(sale => sale.Net is not null) / sales.Count;

    private decimal? SalesCost(DateOnly from, DateOnly to)
    {
        if (world.Settings.SalesCostPerMonth is not { } monthly)
        {
            return null;
        }

        var cost = 0m;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            cost += monthly / DateTime.DaysInMonth(day.Year, day.Month);
        }

        return cost;
    }

    private List<Sale> Sales(DateOnly from, DateOnly to) => [.. _sales.Where(sale => sale.Day >= from && sale.Day < to)];

    private HashSet<string> Active(DateOnly from, DateOnly to) => [.. Sales(from, to).Where(sale => sale.IsOrder).Select(sale => sale.Customer)];

    private IEnumerable<DateOnly> FirstOrders() => _sales.Where(sale => sale.IsOrder).GroupBy(sale => sale.Customer).Select(own => own.Min(sale => sale.Day));
}
