using System.Globalization;
using System.Text;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Identity;
using SalesReports.Kpis;
using SalesReports.Reports.Lineage;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>The rows a figure was made of, a page at a time, read from the facts as they are stored now.</summary>
public sealed class TraceFigure(FactReader facts, FirstOrderIndex firstOrders)
{
    /// <param name="cursor">What the page before gave back; null for the first.</param>
    /// <exception cref="FormatException">The cursor was not made here, or for another figure.</exception>
    public async Task<TracePage> RunAsync(HeadlineMetric metric, Period period, string scope, string? cursor, int take, CancellationToken cancellationToken)
    {
        var (start, end) = Contributions.WindowOf(metric, period);
        var after = cursor is null ? (Day: start, Key: "") : ReadCursor(cursor);
        if (after.Day < start || after.Day >= end)
        {
            throw new FormatException("The cursor belongs to another figure.");
        }

        var master = await MasterData.ReadAsync(facts, cancellationToken);
        var filter = new ScopeFilter(scope, master.Reps, master.Identities.ByEveryKey());
        var rows = new List<ContributingRow>();
        var newCustomers = metric is AcquisitionCost && filter.SeesAll
            ? (await NewCustomersAsync(master.Identities, after.Day, end, cancellationToken)).ToLookup(first => first.Day, Contributions.Of)
            : Enumerable.Empty<FirstOrder>().ToLookup(first => first.Day, Contributions.Of);
        await foreach (var (day, some) in DaysAsync(after.Day, end, cancellationToken))
        {
            var found = some.Select(fact => Contributions.Of(metric, fact, day, filter, master.Products)).OfType<ContributingRow>().Concat(newCustomers[day]);
            rows.AddRange(found.Where(row => day != after.Day || string.CompareOrdinal(KeyOf(row), after.Key) > 0).OrderBy(KeyOf, StringComparer.Ordinal));
            if (rows.Count > take)
            {
                break;
            }
        }

        return new TracePage([.. rows.Take(take)], rows.Count > take ? WriteCursor(rows[take - 1]) : null);
    }

    /// <summary>Companies, each on its earliest day, as the figure counts them.</summary>
    private async Task<IReadOnlyList<FirstOrder>> NewCustomersAsync(CustomerIdentities who, DateOnly from, DateOnly end, CancellationToken cancellationToken) => MergedCustomers.Of(
        await firstOrders.ReadAsync(from, end, cancellationToken), await firstOrders.ReadAsync(MergedCustomers.MembersOf(who), cancellationToken), who, from, end);

    /// <summary>Facts come day after day; a day without any is passed over.</summary>
    private async IAsyncEnumerable<(DateOnly Day, IReadOnlyList<Fact> Facts)> DaysAsync(
        DateOnly from, DateOnly end, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (current, some) = (from, new List<Fact>());
        await foreach (var (day, fact) in facts.ReadDaysAsync(from, end.AddDays(-1), cancellationToken))
        {
            if (day != current)
            {
                yield return (current, some);
                (current, some) = (day, []);
            }

            some.Add(fact);
        }

        yield return (current, some);
    }

    private static string KeyOf(ContributingRow row) => $"{row.Kind}\n{row.Source}\n{row.Id}";

    private static string WriteCursor(ContributingRow last) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(last.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + KeyOf(last)));

    private static (DateOnly Day, string Key) ReadCursor(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is { Length: >= 8 } text
            && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, text[8..])
            : throw new FormatException("The cursor is not one that a page of this figure's rows gave back.");
    }
}

/// <param name="Cursor">For the next page; null on the last.</param>
public sealed record TracePage(IReadOnlyList<ContributingRow> Rows, string? Cursor);
