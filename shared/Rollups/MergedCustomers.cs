using SalesReports.Identity;

namespace SalesReports.Rollups;

/// <summary>Stored rows under the keys that merged customers are counted under; a company is active once and new once. Source: metrics.md, rule 9.</summary>
public static class MergedCustomers
{
    /// <summary>The day with each company once, ordinal order.</summary>
    public static DayRollup Of(DayRollup day, CustomerIdentities who) => who.Merged.Count == 0 || !day.ActiveCustomers.Any(who.Merged.ContainsKey)
        ? day
        : day with { ActiveCustomers = [.. day.ActiveCustomers.Select(who.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    /// <summary>The first order of a company is the earliest of all its customers', also of one that lies before the window.</summary>
    /// <param name="inWindow">First orders of <c>[start, end)</c>.</param>
    /// <param name="ofMerged">First orders of every customer that <see cref="MembersOf"/> names, whenever they were.</param>
    public static IReadOnlyList<FirstOrder> Of(IReadOnlyList<FirstOrder> inWindow, IEnumerable<FirstOrder> ofMerged, CustomerIdentities who, DateOnly start, DateOnly end)
    {
        var members = MembersOf(who).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. inWindow.Where(first => !members.Contains(first.CustomerId))
                .Concat(ofMerged.GroupBy(first => who.Of(first.CustomerId), StringComparer.Ordinal)
                    .Select(company => new FirstOrder(company.Min(first => first.Day), company.Key))
                    .Where(first => first.Day >= start && first.Day < end))
                .OrderBy(first => first.Day).ThenBy(first => first.CustomerId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every customer of a company that is made of several, ordinal order.</summary>
    public static IReadOnlyList<string> MembersOf(CustomerIdentities who) =>
        [.. who.Merged.Keys.Concat(who.Merged.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
