using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Alarms;

/// <summary>
/// The accounts whose volume fell since the last look: by rule (b) of the call list on this day, and by no day of the week that
/// ends with the last look, so that an account is told once and not each day. Source: metrics.md, monthly report 10; issue of the
/// daily volume alarm.
/// </summary>
/// <param name="Scope">Below the company only accounts that the rep, or somebody of the team, owns, by the orders that this scope may see.</param>
/// <param name="Count">All of them; the list names the largest.</param>
/// <param name="Missing">Σ <see cref="FallenAccount.Missing"/> over all of them.</param>
/// <param name="Accounts">At most <see cref="MostNamed"/>, by what is missing, ties by ordinal id.</param>
public sealed record VolumeAlarm(DateOnly Day, string Scope, string Currency, int Count, decimal Missing, IReadOnlyList<FallenAccount> Accounts)
{
    public const int MostNamed = 50;

    /// <summary>An account that hovers around the limit is not told again and again.</summary>
    private const int QuietDays = 7;

    /// <summary>First day of sales that the alarm looks at.</summary>
    public static DateOnly NeedsFrom(DateOnly since) => new CallWindows(Ends(since).Min()).Start;

    /// <param name="inputs">Sales from <see cref="NeedsFrom"/> to <paramref name="day"/>, cut to the scope.</param>
    /// <param name="day">The last complete business day.</param>
    /// <param name="since">The day of the look before.</param>
    public static VolumeAlarm Of(SectionInputs inputs, DateOnly day, DateOnly since)
    {
        List<FallenAccount> fallen =
        [
            .. inputs.Sales.AllBetween(NeedsFrom(since), day.AddDays(1)).GroupBy(sale => sale.CustomerId, StringComparer.Ordinal)
                .Where(own => IsOwned(inputs, own.Key)).Select(own => Fallen(inputs, own.Key, [.. own], day, since)).OfType<FallenAccount>()
                .OrderByDescending(account => account.Missing).ThenBy(account => account.CustomerId, StringComparer.Ordinal),
        ];
        return new VolumeAlarm(day, inputs.Scope, inputs.Settings.Currency, fallen.Count, fallen.Sum(account => account.Missing), [.. fallen.Take(MostNamed)]);
    }

    /// <summary>An amount without a rate is not known, and must not look like one that fell away.</summary>
    private static FallenAccount? Fallen(SectionInputs inputs, string id, IReadOnlyCollection<Sale> sales, DateOnly day, DateOnly since)
    {
        if (sales.Any(sale => !sale.HasRate) || At(day.AddDays(1)) is not { IsShrinking: true } now || Ends(since).Any(end => At(end) is { IsShrinking: true }))
        {
            return null;
        }

        var owner = now.OwnerId is { } rep ? inputs.Reps.GetValueOrDefault(rep)?.Name ?? rep : null;
        return new FallenAccount(id, now.Name, owner, now.Last90Days, now.Base, now.RevenueAtRisk, day.AddDays(-now.DaysSinceLastOrder));

        CallListEntry? At(DateOnly end)
        {
            var windows = new CallWindows(end);
            return CallListEntry.OfCustomer(inputs, windows, id, [.. sales.Where(sale => sale.Day >= windows.Start && sale.Day < end)]);
        }
    }

    private static IEnumerable<DateOnly> Ends(DateOnly since) => Enumerable.Range(0, QuietDays).Select(back => since.AddDays(1 - back));

    /// <summary>Rule 10 says which orders a scope sees; an alarm is about whose account it is.</summary>
    private static bool IsOwned(SectionInputs inputs, string customer)
    {
        var owner = inputs.Customers.GetValueOrDefault(customer)?.OwnerId;
        return inputs.Scope == ScopeName.Company || (owner is not null
            && (inputs.Scope == ScopeName.RepPrefix + owner || (inputs.Reps.GetValueOrDefault(owner)?.Team is { } team && inputs.Scope == ScopeName.TeamPrefix + team)));
    }
}

/// <summary>An account whose revenue of 90 days fell under half of its base.</summary>
/// <param name="Owner">Name of the rep whose account it is, else the id; null when nobody owns it.</param>
/// <param name="Last90Days">Revenue of the 90 days that end with the alarm's day.</param>
/// <param name="Base">Revenue of the same 90 days 364 days earlier; without an order there, 12-month revenue × 90 ÷ 365.</param>
/// <param name="Missing">max(0, base − last 90 days).</param>
public sealed record FallenAccount(string CustomerId, string Name, string? Owner, decimal Last90Days, decimal Base, decimal Missing, DateOnly LastOrder);
