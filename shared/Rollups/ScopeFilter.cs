using SalesReports.Facts;

namespace SalesReports.Rollups;

/// <summary>
/// Who may see which rows: <c>company</c> all; <c>team:T</c> and <c>rep:R</c> orders by their rep, else by the customer's owner,
/// else not at all, opportunities and quotes by their rep, leads by their owner. A rep that master data do not know is in no
/// team, and does not give way to the owner. Source: metrics.md, rule 10.
/// </summary>
public sealed class ScopeFilter
{
    private readonly string? _rep;
    private readonly HashSet<string> _team = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Customer> _customers;

    /// <param name="scope"><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</param>
    /// <exception cref="ArgumentException">The scope is none of these.</exception>
    public ScopeFilter(string scope, IReadOnlyDictionary<string, Rep> reps, IReadOnlyDictionary<string, Customer> customers)
    {
        Scope = scope;
        _customers = customers;
        if (scope.StartsWith(ScopeName.RepPrefix, StringComparison.Ordinal))
        {
            _rep = scope[ScopeName.RepPrefix.Length..];
        }
        else if (scope.StartsWith(ScopeName.TeamPrefix, StringComparison.Ordinal))
        {
            _team = reps.Values.Where(rep => rep.Team == scope[ScopeName.TeamPrefix.Length..]).Select(rep => rep.Id).ToHashSet(StringComparer.Ordinal);
        }
        else if (scope != Company.Scope)
        {
            throw new ArgumentException($"'{scope}' is no scope; company, team:T and rep:R are.", nameof(scope));
        }
    }

    private ScopeFilter()
    {
        Scope = ScopeName.Company;
        _customers = new Dictionary<string, Customer>();
    }

    /// <summary>Sees everything.</summary>
    public static ScopeFilter Company { get; } = new();

    public string Scope { get; }

    public bool SeesAll => Scope == Company.Scope;

    public bool SeesOrder(string? repId, string? customerId) => SeesAll || Sees(repId ?? OwnerOf(customerId));

    public bool SeesDeal(string? repId) => SeesAll || Sees(repId);

    public bool SeesLead(string? ownerId) => SeesAll || Sees(ownerId);

    /// <summary>A team's targets are its own and its people's.</summary>
    public bool SeesTarget(string targetScope) => SeesAll || targetScope == Scope
        || (targetScope.StartsWith(ScopeName.RepPrefix, StringComparison.Ordinal) && _team.Contains(targetScope[ScopeName.RepPrefix.Length..]));

    public bool SeesQuote(string? repId) => SeesAll || Sees(repId);

    /// <summary>The day's figures as far as the scope sees them; who is active and what was spent belong to the company.</summary>
    public DayRollup Cut(DayShares day)
    {
        var deals = day.Deals.Where(share => SeesDeal(share.RepId)).Select(share => share.Totals).ToList();
        return new DayRollup
        {
            Day = day.Day,
            Orders = [.. day.Orders.Where(share => SeesOrder(share.RepId, share.CustomerId)).Select(share => share.Totals)],
            Deals = DealTotals.Sum(deals),
        };
    }

    private bool Sees(string? repId) => repId is not null && (repId == _rep || _team.Contains(repId));

    private string? OwnerOf(string? customerId) => customerId is not null && _customers.TryGetValue(customerId, out var customer) ? customer.OwnerId : null;
}
