using System.Collections.Concurrent;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>A world with what every section asks of it, worked out once.</summary>
internal sealed class PlainBook
{
    private readonly IReadOnlyList<Sale> _sales;
    private readonly Dictionary<string, List<Sale>> _salesOf;
    private readonly ConcurrentDictionary<string, Lazy<PlainBook>> _parts = new(StringComparer.Ordinal);
    private readonly PlainWorld _world;

    public PlainBook(PlainWorld world)
    {
        _world = world with { CompanyFirstOrders = world.FirstOrders() };
        _sales = [.. world.Sales().OrderBy(sale => sale.Day)];
        _salesOf = _sales.GroupBy(sale => sale.Customer, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.ToList(), StringComparer.Ordinal);
        FirstOrders = _world.FirstOrders().Where(own => _salesOf.ContainsKey(own.Key)).ToDictionary(StringComparer.Ordinal);
        Metrics = new PlainMetrics(world);
        Lives = [.. world.Deals.Concat(world.RemovedDeals).Select(deal => new PlainDealLife(deal, world))];
    }

    public PlainWorld World => _world;

    public PlainMetrics Metrics { get; }

    /// <summary>Of the customers seen here, company-wide: a part of the company sees when a customer first ordered anywhere.</summary>
    public IReadOnlyDictionary<string, PlainFirstOrder> FirstOrders { get; }

    /// <summary>All deals, those that were taken back included.</summary>
    public IReadOnlyList<PlainDealLife> Lives { get; }

    /// <summary>Those a report that ends then can know of: a deal created later is none yet.</summary>
    public IEnumerable<PlainDealLife> LivesKnown(DateOnly end) => Lives.Where(life => !(life.Deal.Created >= end));

    /// <summary>By pipeline, stage and end of the report, as they are asked for.</summary>
    public ConcurrentDictionary<(string? Pipeline, string Stage, DateOnly End), decimal?> Probabilities { get; } = new();

    /// <summary>Booked orders and returns of <c>[from, to)</c>.</summary>
    public IEnumerable<Sale> Sales(DateOnly from, DateOnly to) => _sales.Where(sale => sale.Day >= from && sale.Day < to);

    /// <summary>Those of one customer.</summary>
    public List<Sale> SalesOf(string customer, DateOnly from, DateOnly to) => _salesOf.GetValueOrDefault(customer, []).FindAll(sale => sale.Day >= from && sale.Day < to);

    /// <summary>What a team or a rep sees of it.</summary>
    public PlainBook Of(string scope) => _parts.GetOrAdd(scope, name => new Lazy<PlainBook>(() => new PlainBook(_world.Cut(name)))).Value;

    /// <summary>Booked orders with net above zero.</summary>
    public IEnumerable<Sale> Orders(DateOnly from, DateOnly to) => Sales(from, to).Where(sale => sale.IsOrder);

    /// <summary>Lines whose amount is known.</summary>
    public IEnumerable<SoldLine> Lines(DateOnly from, DateOnly to) => Sales(from, to).SelectMany(sale => sale.Lines).Where(line => line.Net is not null);

    /// <summary>Spend of the days with its lead source, in the reporting currency; facts without a rate are left out.</summary>
    public IEnumerable<(string Source, decimal Amount)> Spend(DateOnly from, DateOnly to) =>
        from fact in _world.Spend
        where fact.Day >= @from && fact.Day < to
        let amount = _world.Convert(fact.Amount, fact.Currency, fact.Day)
        where amount is not null
        select (_world.Settings.SourceChannels.GetValueOrDefault(fact.Channel, fact.Channel), amount.Value);

    /// <summary>The reps of master data and those that facts name.</summary>
    public IEnumerable<string> Reps(DateOnly from, DateOnly to) => _world.Reps.Keys
        .Concat(Sales(from, to).Select(sale => sale.Rep).OfType<string>())
        .Concat(_world.Deals.Where(deal => (deal.Created >= from && deal.Created < to) || (deal.Closed >= from && deal.Closed < to)).Select(deal => deal.Rep).OfType<string>())
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

/// <summary>Net against list price. Source: metrics.md, margin alarm.</summary>
internal sealed record PlainRealisation(decimal Net, decimal List)
{
    /// <summary>Σ net ÷ Σ list.</summary>
    public decimal? Value => Net.Over(List);

    /// <summary>Lines without a list price stay out of both sums.</summary>
    public static PlainRealisation Of(IEnumerable<SoldLine> lines)
    {
        var listed = lines.Where(line => line is { Net: not null, List: not null }).ToList();
        return new(listed.Sum(line => line.Net!.Value), listed.Sum(line => line.List!.Value));
    }
}
