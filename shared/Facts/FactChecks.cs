using System.Globalization;

namespace SalesReports.Facts;

/// <summary>Looks for what is odd in a fact that counts all the same, or that a figure must do without. Source: metrics.md, rules 4 and 8.</summary>
public static class FactChecks
{
    /// <param name="today">The business day on which the fact was read.</param>
    public static IEnumerable<Finding> Of(Fact fact, KnownIds known, DateOnly today)
    {
        if (fact.Deleted)
        {
            yield break;
        }

        foreach (var finding in fact is Opportunity deal ? OfDeal(deal) : [])
        {
            yield return finding;
        }

        foreach (var (to, id) in References(fact).Where(reference => !known.Contains(reference.To, reference.Id)))
        {
            yield return Found(Unknown(to), fact, id);
        }

        if (LastDay(fact) is { } day && day > today)
        {
            yield return Found(FindingKind.DatedInFuture, fact, day.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Lines whose net amount their price, quantity and discount do not explain.</summary>
    public static IEnumerable<Finding> OfNetAmounts(Order order) => order.Lines.Where(line => line.PricedNet is not null).Select(line => Found(
        FindingKind.NetDiffersFromPrice, order, string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: net {line.Net}, price × quantity less discount {line.PricedNet}")));

    /// <summary>Ends of a deal that its dates contradict or leave open.</summary>
    public static IEnumerable<Finding> OfDeal(Opportunity deal)
    {
        if (deal.Outcome != Outcome.Open && deal.ClosedAt is null)
        {
            yield return Found(FindingKind.ClosedWithoutDate, deal, deal.Stage);
        }
        else if (deal is { Outcome: Outcome.Won, CreatedAt: null })
        {
            yield return Found(FindingKind.WonWithoutCreation, deal, null);
        }
        else if (deal is { Outcome: Outcome.Won, CreatedAt: { } created, ClosedAt: { } closed } && closed.Day < created.Day)
        {
            yield return Found(FindingKind.NegativeCycle, deal, $"{created.Day:O} > {closed.Day:O}");
        }
    }

    /// <summary>The ids of master data that a fact names, each once.</summary>
    public static IEnumerable<(FactKind To, string Id)> References(Fact fact)
    {
        IEnumerable<(FactKind To, string? Id)> named = fact switch
        {
            Order order => order.Lines.Select(line => (FactKind.Products, line.Sku)).Append((FactKind.Customers, order.CustomerId)).Append((FactKind.Reps, order.RepId)),
            Opportunity deal => [(FactKind.Customers, deal.CustomerId), (FactKind.Reps, deal.RepId)],
            Lead lead => [(FactKind.Customers, lead.CustomerId), (FactKind.Reps, lead.OwnerId)],
            Quote quote => [(FactKind.Customers, quote.CustomerId), (FactKind.Reps, quote.RepId)],
            _ => [],
        };
        return named.Where(reference => reference.Id is not null).Select(reference => (reference.To, reference.Id!)).Distinct();
    }

    /// <summary>What it is called when master data do not know the id.</summary>
    public static FindingKind Unknown(FactKind kind) => kind switch
    {
        FactKind.Customers => FindingKind.UnknownCustomer,
        FactKind.Reps => FindingKind.UnknownRep,
        FactKind.Products => FindingKind.UnknownProduct,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing refers to this kind."),
    };

    private static DateOnly? LastDay(Fact fact) => fact.Days is { Count: > 0 } days ? days[^1] : null;

    private static Finding Found(FindingKind kind, Fact fact, string? value) => new(kind, fact.Kind, fact.Source, fact.Id, value);
}

/// <summary>The ids of master data that other facts may refer to. A kind without any entry is not kept at all: nothing is unknown in it.</summary>
public sealed class KnownIds
{
    private readonly Dictionary<FactKind, HashSet<string>> _ids = [];

    public void Add(FactKind kind, IEnumerable<string> ids)
    {
        if (!_ids.TryGetValue(kind, out var known))
        {
            _ids[kind] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(ids);
    }

    public bool Contains(FactKind kind, string id) => !_ids.TryGetValue(kind, out var known) || known.Count == 0 || known.Contains(id);
}
