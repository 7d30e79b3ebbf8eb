using SalesReports.Facts;

namespace SalesReports.Identity;

/// <summary>
/// Finds the records of one company across systems, one kind of key after the other, the strongest first. Looks at the whole
/// set at once: neither the order of the records nor the imports they came in change what is found, and a record taken away
/// takes its merges with it. Source: metrics.md, customer identity.
/// </summary>
public static class CustomerMatcher
{
    /// <summary>Raised when the rules find other merges in the same records: reports are then made anew.</summary>
    public const string RulesVersion = "1";

    /// <param name="customers">Of all sources; each source and id once.</param>
    public static CustomerIdentities Match(IEnumerable<Customer> customers, IEnumerable<IdentityDecision> decisions)
    {
        var records = customers.Where(customer => !customer.Deleted).ToDictionary(customer => CustomerKey.Of(customer.Source, customer.Id), StringComparer.Ordinal);
        var decided = Latest(decisions);
        var keys = records.ToDictionary(record => record.Key, record => MatchKey.Of(record.Value).ToList(), StringComparer.Ordinal);
        var matching = new Matching(records.Select(record => CompanyGroup.Of(record.Key, record.Value, keys[record.Key]))
            .Concat(decided.SelectMany(d => new[] { d.CustomerId, d.OtherId }).Distinct(StringComparer.Ordinal).Where(key => !records.ContainsKey(key)).Select(CompanyGroup.Unknown)),
            decided.Where(d => !d.IsSame));
        matching.Join(MatchKeyKind.Decision, decided.Where(d => d.IsSame).Select(d => new SharedKey(IdentityDecision.IdOf(d.CustomerId, d.OtherId), [d.CustomerId, d.OtherId])));
        foreach (var kind in Enum.GetValues<MatchKeyKind>().Where(kind => kind != MatchKeyKind.Decision))
        {
            matching.Join(kind, keys
                .SelectMany(record => record.Value.Where(key => key.Kind == kind).Select(key => (key.Value, Customer: record.Key)))
                .GroupBy(found => found.Value, found => found.Customer, StringComparer.Ordinal)
                .Select(shared => new SharedKey(shared.Key, [.. shared])));
        }

        return Identities(records, matching);
    }

    /// <summary>Of two decisions about the same two the later one holds, else the one to keep them apart, which does no harm.</summary>
    private static List<IdentityDecision> Latest(IEnumerable<IdentityDecision> decisions) =>
    [
        .. decisions.Where(d => !d.Deleted)
            .GroupBy(d => IdentityDecision.IdOf(d.CustomerId, d.OtherId), StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(d => d.ModifiedAt ?? DateTimeOffset.MinValue).ThenBy(d => d.IsSame).First()),
    ];

    private static CustomerIdentities Identities(Dictionary<string, Customer> records, Matching matching)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        var companies = new Dictionary<string, Customer>(StringComparer.Ordinal);
        var sources = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var merges = new List<Merge>();
        foreach (var group in matching.Groups)
        {
            var members = group.Members.OrderBy(IsForeign).ThenBy(key => key, StringComparer.Ordinal).ToList();
            foreach (var member in members.Skip(1))
            {
                var why = matching.WhyOf(member);
                merged[member] = members[0];
                merges.Add(new Merge(member, members[0], why.Kind, why.Value));
            }

            if (members.Where(records.ContainsKey).Select(key => records[key]).ToList() is { Count: > 0 } known)
            {
                companies[members[0]] = Complete(members[0], known);
                sources[members[0]] = known.Select(record => record.Source).ToHashSet(StringComparer.Ordinal);
            }
        }

        return new CustomerIdentities(merged, companies, sources, [.. merges.OrderBy(merge => merge.CustomerId, StringComparer.Ordinal)], matching.Reviews);
    }

    /// <summary>The files come from where orders are kept, so their id stands for the company; then the smallest.</summary>
    private static bool IsForeign(string key) => CustomerKey.SourceOf(key) != CustomerKey.BareSource;

    private static Customer Complete(string key, IReadOnlyList<Customer> records) => records.Skip(1).Aggregate(records[0], (one, next) => one with
    {
        Domain = one.Domain ?? next.Domain,
        VatNumber = one.VatNumber ?? next.VatNumber,
        ExternalId = one.ExternalId ?? next.ExternalId,
        Segment = one.Segment ?? next.Segment,
        Territory = one.Territory ?? next.Territory,
        Country = one.Country ?? next.Country,
        Postcode = one.Postcode ?? next.Postcode,
        OwnerId = one.OwnerId ?? next.OwnerId,
    }) with
    {
        Id = key,
    };
}
