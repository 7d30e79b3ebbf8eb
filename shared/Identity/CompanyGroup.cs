using SalesReports.Facts;

namespace SalesReports.Identity;

/// <summary>Records that are known to be one company, and what they say about it; groups only ever grow by joining.</summary>
internal sealed class CompanyGroup
{
    private CompanyGroup(IReadOnlyList<string> members, IReadOnlySet<(string Source, string Id)> externalIds, IReadOnlySet<string> vatNumbers, IReadOnlySet<string> domains, IReadOnlySet<string> countries)
    {
        Members = members;
        ExternalIds = externalIds;
        VatNumbers = vatNumbers;
        Domains = domains;
        Countries = countries;
    }

    /// <summary>Keys of customers, ordinal.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>With the source that says it: the numberings of two systems cannot contradict each other.</summary>
    private IReadOnlySet<(string Source, string Id)> ExternalIds { get; }

    private IReadOnlySet<string> VatNumbers { get; }

    private IReadOnlySet<string> Domains { get; }

    private IReadOnlySet<string> Countries { get; }

    /// <summary>A customer nobody keeps a record of.</summary>
    public static CompanyGroup Unknown(string key) =>
        new([key], new HashSet<(string, string)>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    public static CompanyGroup Of(string key, Customer customer, IReadOnlyList<MatchKey> keys)
    {
        return new CompanyGroup(
            [key],
            Values(MatchKeyKind.ExternalId).Select(id => (customer.Source, id)).ToHashSet(),
            Values(MatchKeyKind.VatNumber).ToHashSet(StringComparer.Ordinal),
            Values(MatchKeyKind.Domain).ToHashSet(StringComparer.Ordinal),
            CountryCode.Normalise(customer.Country) is { } country ? new HashSet<string>([country], StringComparer.Ordinal) : []);

        IEnumerable<string> Values(MatchKeyKind kind) => keys.Where(k => k.Kind == kind).Select(k => k.Value);
    }

    public static CompanyGroup Join(IReadOnlyList<CompanyGroup> groups) => new(
        [.. groups.SelectMany(g => g.Members).Order(StringComparer.Ordinal)],
        groups.SelectMany(g => g.ExternalIds).ToHashSet(),
        groups.SelectMany(g => g.VatNumbers).ToHashSet(StringComparer.Ordinal),
        groups.SelectMany(g => g.Domains).ToHashSet(StringComparer.Ordinal),
        groups.SelectMany(g => g.Countries).ToHashSet(StringComparer.Ordinal));

    /// <summary>
    /// Why a key of this kind must not join the two; null when nothing speaks against it. A different VAT number always does, a
    /// stronger key does, and for a name the country too. One VAT number with two external ids is one company with two accounts.
    /// </summary>
    public ReviewReason? Against(CompanyGroup other, MatchKeyKind kind)
    {
        if (kind == MatchKeyKind.Decision)
        {
            return null;
        }

        if (VatNumbersDiffer(other))
        {
            return ReviewReason.VatNumbersDiffer;
        }

        var told = (kind >= MatchKeyKind.Domain && ExternalIdsDiffer(other))
            || (kind == MatchKeyKind.NameAndPostcode && (Differ(Domains, other.Domains) || Differ(Countries, other.Countries)));
        return told ? ReviewReason.StrongerKeyDiffers : null;
    }

    /// <summary>Any two that differ, unless an operator joined different numbers before: then one number in common is enough.</summary>
    private bool VatNumbersDiffer(CompanyGroup other)
    {
        var wasDecided = HasSeveral(VatNumbers) || HasSeveral(other.VatNumbers);
        return !(wasDecided && VatNumbers.Overlaps(other.VatNumbers)) && VatNumbers.Any(mine => other.VatNumbers.Any(theirs => VatNumber.Differ(mine, theirs)));
    }

    private static bool HasSeveral(IReadOnlySet<string> numbers) => numbers.Any(one => numbers.Any(other => VatNumber.Differ(one, other)));

    private bool ExternalIdsDiffer(CompanyGroup other) =>
        ExternalIds.Select(mine => mine.Source).Distinct(StringComparer.Ordinal).Any(source => Differ(
            ExternalIds.Where(id => id.Source == source).ToHashSet(), other.ExternalIds.Where(id => id.Source == source).ToHashSet()));

    private static bool Differ<T>(IReadOnlySet<T> mine, IReadOnlySet<T> theirs) => mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs);
}
