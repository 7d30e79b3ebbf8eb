using SalesReports.Facts;
using SalesReports.Identity;

namespace SalesReports.Rollups.Findings;

/// <summary>The findings of one day while its facts are looked at, in any order. A fact that is filed under several days is told once.</summary>
internal sealed class FindingSum(DateOnly day)
{
    private readonly List<Finding> _found = [];
    private readonly Dictionary<(FactKind To, string Id, FactKind From), Reference> _references = [];

    /// <param name="fact">Filed under the day, not deleted.</param>
    public void Add(Fact fact)
    {
        var isItsDay = fact.Days[0] == day;
        switch (fact)
        {
            case Opportunity deal:
                // Ends are told on the day they count: an end without a day on the first one known.
                _found.AddRange(FactChecks.OfDeal(deal).Where(_ => deal.ClosedAt is { } closed ? closed.Day == day : isItsDay));
                break;
            case Order order:
                _found.AddRange(FactChecks.OfNetAmounts(order));
                break;
            default:
                break;
        }

        foreach (var (to, id) in isItsDay ? FactChecks.References(fact) : [])
        {
            AddReference(to, to == FactKind.Customers ? CustomerKey.Of(fact.Source, id) : id, fact);
        }
    }

    public DayFindings Total() => new(
        day,
        FindingCount.Sum(_found.Select(finding => new FindingCount(finding.Kind, finding.FactKind, 1, [finding]))),
        [.. _references.Values.OrderBy(r => r.To).ThenBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.From)]);

    private void AddReference(FactKind to, string id, Fact fact)
    {
        var key = (to, id, fact.Kind);
        var before = _references.GetValueOrDefault(key);
        var isFirst = before is null || (string.CompareOrdinal(fact.Source, before.Source), string.CompareOrdinal(fact.Id, before.FactId)).CompareTo((0, 0)) < 0;
        _references[key] = new Reference(to, id, fact.Kind, (before?.Count ?? 0) + 1, isFirst ? fact.Source : before!.Source, isFirst ? fact.Id : before!.FactId);
    }
}
