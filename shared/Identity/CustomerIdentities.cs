using System.Text.Json.Serialization;
using SalesReports.Facts;

namespace SalesReports.Identity;

/// <summary>
/// Who is who: every customer's key leads to the one under which a company is counted. Joined when a report is built, so that a
/// merge taken back restates history and touches no stored fact. Source: metrics.md, rule 9 and customer identity.
/// </summary>
public sealed class CustomerIdentities
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _sources;

    /// <param name="merged">Keys of merged customers to the key they are counted under; all others stand for themselves.</param>
    /// <param name="customers">One record a company, by the key it is counted under.</param>
    /// <param name="sources">The sources that keep a record of each company.</param>
    internal CustomerIdentities(
        IReadOnlyDictionary<string, string> merged,
        IReadOnlyDictionary<string, Customer> customers,
        IReadOnlyDictionary<string, IReadOnlySet<string>> sources,
        IReadOnlyList<Merge> merges,
        IReadOnlyList<Review> reviews)
    {
        _sources = sources;
        Merged = merged;
        Customers = customers;
        Merges = merges;
        Reviews = reviews;
    }

    /// <summary>Nobody is known, so everybody stands for himself.</summary>
    public static CustomerIdentities None { get; } =
        new(new Dictionary<string, string>(), new Dictionary<string, Customer>(), new Dictionary<string, IReadOnlySet<string>>(), [], []);

    /// <summary>Keys of merged customers to the key they are counted under; who is not in it stands for himself.</summary>
    public IReadOnlyDictionary<string, string> Merged { get; }

    /// <summary>One record a company, its id the key it is counted under; what it lacks is taken from the others of the company.</summary>
    public IReadOnlyDictionary<string, Customer> Customers { get; }

    /// <summary>By the customer that was merged, ordinal.</summary>
    public IReadOnlyList<Merge> Merges { get; }

    /// <summary>What people have to decide, by strength of the key.</summary>
    public IReadOnlyList<Review> Reviews { get; }

    /// <summary>The key under which a customer is counted.</summary>
    public string Of(string key) => Merged.GetValueOrDefault(key, key);

    /// <summary>The key under which the customer of a source's fact is counted.</summary>
    public string Of(string source, string id) => Of(CustomerKey.Of(source, id));

    /// <summary>The record of each company by every key it is known under.</summary>
    public IReadOnlyDictionary<string, Customer> ByEveryKey() => Customers
        .Concat(Merged.Where(merged => Customers.ContainsKey(merged.Value)).Select(merged => KeyValuePair.Create(merged.Key, Customers[merged.Value])))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether one of the sources keeps a record of the company.</summary>
    public bool IsKnownTo(string key, IReadOnlySet<string> sources) => _sources.TryGetValue(Of(key), out var keeping) && keeping.Overlaps(sources);

    /// <summary>All keys that are counted under the company of this one, itself included, ordinal.</summary>
    public IReadOnlyList<string> MembersOf(string key)
    {
        var company = Of(key);
        return [.. Merges.Where(merge => merge.Into == company).Select(merge => merge.CustomerId).Append(company).Order(StringComparer.Ordinal)];
    }
}

/// <summary>One customer counted under another's key, and why.</summary>
/// <param name="By">The strongest key it shares with another record of the company.</param>
/// <param name="Value">That key as it was compared; for a decision the two keys.</param>
public sealed record Merge(string CustomerId, string Into, MatchKeyKind By, string Value);

/// <summary>Records that a key would have joined and something else keeps apart: nothing was merged by it.</summary>
/// <param name="Customers">Keys of all records concerned, ordinal.</param>
public sealed record Review(ReviewReason Reason, MatchKeyKind By, string Value, IReadOnlyList<string> Customers);

[JsonConverter(typeof(JsonStringEnumConverter<ReviewReason>))]
public enum ReviewReason
{
    /// <summary>The VAT numbers are different.</summary>
    VatNumbersDiffer,

    /// <summary>A stronger key, or the country, tells the companies apart.</summary>
    StrongerKeyDiffers,

    /// <summary>Two of them were decided to be kept apart, and a third leads to both.</summary>
    KeptApart,

    /// <summary>So many share it that it says nothing.</summary>
    SharedByMany,
}
