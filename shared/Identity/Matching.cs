using SalesReports.Facts;

namespace SalesReports.Identity;

/// <summary>The groups found so far. A step joins by one kind of key, judged against the groups as they were before the step.</summary>
internal sealed class Matching
{
    /// <summary>A company keeps a record in a handful of systems; a key that joins more groups than this is somebody else's (a holding's, a host's).</summary>
    private const int MostJoined = 5;

    private readonly Dictionary<string, CompanyGroup> _groups;
    private readonly Dictionary<string, HashSet<string>> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatchKey> _why = new(StringComparer.Ordinal);
    private readonly List<Review> _reviews = [];

    public Matching(IEnumerable<CompanyGroup> singles, IEnumerable<IdentityDecision> apart)
    {
        _groups = singles.ToDictionary(group => group.Members[0], StringComparer.Ordinal);
        foreach (var (one, other) in apart.SelectMany(d => new[] { (d.CustomerId, d.OtherId), (d.OtherId, d.CustomerId) }))
        {
            (_apart.TryGetValue(one, out var others) ? others : _apart[one] = new HashSet<string>(StringComparer.Ordinal)).Add(other);
        }
    }

    public IEnumerable<CompanyGroup> Groups => _groups.Values.Distinct();

    public IReadOnlyList<Review> Reviews => [.. _reviews.OrderBy(r => r.By).ThenBy(r => r.Value, StringComparer.Ordinal)];

    /// <summary>The strongest key that a merged customer shares with another of its company.</summary>
    public MatchKey WhyOf(string customer) => _why[customer];

    /// <summary>Joins what the keys join, but no chain of them that something speaks against: that is left to people.</summary>
    public void Join(MatchKeyKind kind, IEnumerable<SharedKey> shared)
    {
        var accepted = shared.OrderBy(key => key.Value, StringComparer.Ordinal).Where(key => Stands(kind, [key])).ToList();
        foreach (var chain in Chains(accepted).Where(chain => chain.Count == 1 || Stands(kind, chain)).ToList())
        {
            var joined = CompanyGroup.Join(GroupsOf(chain));
            foreach (var member in joined.Members)
            {
                _groups[member] = joined;
            }

            foreach (var (key, customer) in chain.SelectMany(key => key.Customers.Select(customer => (key, customer))))
            {
                _why.TryAdd(customer, new MatchKey(kind, key.Value));
            }
        }
    }

    /// <summary>Whether these keys may join their groups; if not, they are put on the review list unless people decided already.</summary>
    private bool Stands(MatchKeyKind kind, IReadOnlyList<SharedKey> keys)
    {
        var groups = GroupsOf(keys);
        if (groups.Count < 2)
        {
            return false;
        }

        if (Against(kind, groups) is not { } reason)
        {
            return true;
        }

        if (reason != ReviewReason.KeptApart || groups.Count > 2)
        {
            _reviews.AddRange(keys.Select(key => new Review(reason, kind, key.Value, [.. GroupsOf(keys).SelectMany(g => g.Members).Order(StringComparer.Ordinal)])));
        }

        return false;
    }

    private ReviewReason? Against(MatchKeyKind kind, IReadOnlyList<CompanyGroup> groups)
    {
        if (kind != MatchKeyKind.Decision && groups.Count > MostJoined)
        {
            return ReviewReason.SharedByMany;
        }

        var pairs = groups.SelectMany((one, index) => groups.Skip(index + 1).Select(other => (one, other))).ToList();
        return pairs.Exists(pair => AreKeptApart(pair.one, pair.other))
            ? ReviewReason.KeptApart
            : pairs.Select(pair => pair.one.Against(pair.other, kind)).Where(reason => reason is not null).Min();
    }

    private bool AreKeptApart(CompanyGroup one, CompanyGroup other) =>
        one.Members.Any(member => _apart.TryGetValue(member, out var others) && other.Members.Any(others.Contains));

    private List<CompanyGroup> GroupsOf(IEnumerable<SharedKey> keys) =>
        [.. keys.SelectMany(key => key.Customers).Select(customer => _groups[customer]).Distinct().OrderBy(group => group.Members[0], StringComparer.Ordinal)];

    /// <summary>Keys that lead to each other over the groups they touch.</summary>
    private List<List<SharedKey>> Chains(List<SharedKey> keys)
    {
        var keysOf = keys.SelectMany(key => GroupsOf([key]).Select(group => (group, key))).ToLookup(pair => pair.group, pair => pair.key);
        var (seen, chains) = (new HashSet<SharedKey>(), new List<List<SharedKey>>());
        foreach (var first in keys.Where(seen.Add))
        {
            var (chain, ahead) = (new List<SharedKey>(), new Queue<SharedKey>([first]));
            while (ahead.TryDequeue(out var key))
            {
                chain.Add(key);
                GroupsOf([key]).SelectMany(group => keysOf[group]).Where(seen.Add).ToList().ForEach(ahead.Enqueue);
            }

            chains.Add(chain);
        }

        return chains;
    }
}

/// <summary>A value that several records have in common.</summary>
/// <param name="Customers">Keys of customers.</param>
internal sealed record SharedKey(string Value, IReadOnlyList<string> Customers);
