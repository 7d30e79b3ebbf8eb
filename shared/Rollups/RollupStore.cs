using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// The days as they are kept: a light row for the figures of every report, one that splits them by who may see them, and a
/// detailed one for the sections of a report (<see cref="DetailStore"/>). A change of the day's customers is noted in the
/// same transaction, so that the index of first orders follows even when the worker dies in between. Source: storage.md, rollups.
/// </summary>
public sealed class RollupStore(Tables tables)
{
    internal const string FiguresColumn = "figures";
    internal const string SharesColumn = "shares";

    /// <summary>The rollups of <c>[from, to]</c>, ascending; days without facts have none.</summary>
    public async Task<IReadOnlyList<StoredRollup>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (rollups, column) = (new List<StoredRollup>(), new LargeColumn(tables, FiguresColumn));
        await foreach (var entity in RangeAsync(DayKeys.Light(from), DayKeys.Light(to), null, null, cancellationToken))
        {
            var json = await column.TextAsync(entity, cancellationToken);
            rollups.Add(new StoredRollup(JsonSerializer.Deserialize<DayRollup>(json, FactRow.Json)!, json));
        }

        return rollups;
    }

    /// <summary>The same days split by who may see them.</summary>
    public async Task<IReadOnlyList<StoredShares>> ReadSharesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (shares, column) = (new List<StoredShares>(), new LargeColumn(tables, SharesColumn));
        await foreach (var entity in RangeAsync(DayKeys.Shares(from), DayKeys.Shares(to), null, null, cancellationToken))
        {
            var json = await column.TextAsync(entity, cancellationToken);
            shares.Add(new StoredShares(JsonSerializer.Deserialize<DayShares>(json, FactRow.Json)!, json));
        }

        return shares;
    }

    /// <summary>The first day that has any order; null when none has.</summary>
    public async Task<DateOnly?> OrdersBeganAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        var (partition, from, to) = (DayKeys.Partition, DayKeys.LightPrefix, DayKeys.LightPrefix + DayKeys.Last);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to} and orders gt 0");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            return DayKeys.DayOf(entity.RowKey);
        }

        return null;
    }

    /// <summary>The first day on or after <paramref name="from"/> that has a rollup; null when there is none.</summary>
    public async Task<DateOnly?> FirstDayAsync(DateOnly from, CancellationToken cancellationToken)
    {
        await foreach (var entity in RangeAsync(DayKeys.Light(from), DayKeys.LightPrefix + DayKeys.Last, 1, ["RowKey"], cancellationToken))
        {
            return DayKeys.DayOf(entity.RowKey);
        }

        return null;
    }

    /// <summary>The last day after <paramref name="from"/> that has a rollup. Reads every key after it: meant for days ahead, of which there are none or few.</summary>
    public async Task<DateOnly?> LastDayAfterAsync(DateOnly from, CancellationToken cancellationToken)
    {
        DateOnly? last = null;
        await foreach (var entity in RangeAsync(DayKeys.Light(from.AddDays(1)), DayKeys.LightPrefix + DayKeys.Last, null, ["RowKey"], cancellationToken))
        {
            last = DayKeys.DayOf(entity.RowKey);
        }

        return last;
    }

    /// <summary>
    /// The versions of the days of <c>[from, to]</c>, which a rebuild must read before anything else: it may only write over
    /// what it has seen. Days that were never rolled up have none.
    /// </summary>
    public async Task<IReadOnlyDictionary<DateOnly, StoredDay>> ReadVersionsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var versions = new List<(DateOnly Day, ETag ETag, DayNames Names)>();
        await foreach (var entity in RangeAsync(DayKeys.Detail(from), DayKeys.Detail(to), null, ["RowKey", .. DayNames.Columns], cancellationToken))
        {
            versions.Add((DayKeys.DayOf(entity.RowKey), entity.ETag, DayNames.In(entity)));
        }

        var active = versions.Exists(version => version.Names.Light.Length > 0)
            ? (await ReadAsync(from, to, cancellationToken)).ToDictionary(stored => stored.Rollup.Day, stored => stored.Rollup.ActiveCustomers)
            : [];
        return versions.ToDictionary(version => version.Day, version => new StoredDay(version.ETag, version.Names, active.GetValueOrDefault(version.Day) ?? []));
    }

    /// <summary>The same from what the rows hold, for a rebuild that takes none of them for right.</summary>
    public Task<IReadOnlyDictionary<DateOnly, StoredDay>> InspectAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        new DayInspection(tables).ReadAsync(from, to, cancellationToken);

    /// <summary>Writes what changed; gives back the days that another worker wrote meanwhile and that must be read again.</summary>
    /// <param name="settling">
    /// Days whose markers the caller takes away afterwards. Their lock is written even when nothing changed: else a slower
    /// worker that has seen older facts could still write them, and no marker would be left to put it right.
    /// </param>
    public async Task<RollupWrite> WriteAsync(
        IReadOnlyCollection<(BuiltDay Now, StoredDay? Before)> days, IReadOnlySet<DateOnly>? settling, CancellationToken cancellationToken)
    {
        var changes = days.Select(day => (Now: DayContent.Of(day.Now), day.Before))
            .Where(day => HasChanged(day.Now, day.Before) || settling?.Contains(day.Now.Built.Day) == true)
            .ToList();
        var lost = new HashSet<DateOnly>();
        var transaction = new DayTransaction(tables);
        foreach (var (now, before) in changes)
        {
            if (!await transaction.TryAddAsync(now, before, cancellationToken))
            {
                lost.UnionWith(await SubmitAsync(transaction, cancellationToken));
                transaction = new DayTransaction(tables);
                await transaction.TryAddAsync(now, before, cancellationToken);
            }
        }

        lost.UnionWith(await SubmitAsync(transaction, cancellationToken));
        return new RollupWrite(changes.Count(day => HasChanged(day.Now, day.Before) && !lost.Contains(day.Now.Built.Day)), [.. lost]);
    }

    private static bool HasChanged(DayContent now, StoredDay? before) => now.Names != (before?.Names ?? DayNames.None) || before is { IsIntact: false };

    private async Task<IReadOnlyList<DateOnly>> SubmitAsync(DayTransaction transaction, CancellationToken cancellationToken)
    {
        if (transaction.Days.Count == 0)
        {
            return [];
        }

        var table = await tables.OpenAsync(DayKeys.Table, cancellationToken);
        try
        {
            await table.SubmitTransactionAsync(transaction.Actions, cancellationToken);
            return [];
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            if (transaction.Days.Count == 1)
            {
                return [transaction.Days[0].Now.Built.Day];
            }
        }

        var lost = new List<DateOnly>();
        foreach (var (now, before) in transaction.Days)
        {
            var alone = new DayTransaction(tables);
            await alone.TryAddAsync(now, before, cancellationToken);
            lost.AddRange(await SubmitAsync(alone, cancellationToken));
        }

        return lost;
    }

    private async IAsyncEnumerable<TableEntity> RangeAsync(
        string first, string last, int? perPage, IEnumerable<string>? select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (table, partition) = (await tables.OpenAsync(DayKeys.Table, cancellationToken), DayKeys.Partition);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, perPage, select, cancellationToken))
        {
            yield return entity;
        }
    }
}

/// <param name="Json">As stored; equal text means an equal rollup.</param>
public sealed record StoredRollup(DayRollup Rollup, string Json);

/// <inheritdoc cref="StoredRollup"/>
public sealed record StoredShares(DayShares Shares, string Json);

/// <summary>A day as a rebuild found it.</summary>
public sealed class StoredDay
{
    internal StoredDay(ETag etag, DayNames names, IReadOnlyList<string> activeCustomers) => (ETag, Names, ActiveCustomers) = (etag, names, activeCustomers);

    /// <summary>Empty when the detailed row, which is the lock, is not there.</summary>
    internal ETag ETag { get; }

    /// <summary>False when the names that the detailed row gives are not those of the contents.</summary>
    internal bool IsIntact { get; init; } = true;

    internal DayNames Names { get; }

    internal IReadOnlyList<string> ActiveCustomers { get; }
}

/// <param name="Changed">Days whose content came out different.</param>
/// <param name="Lost">Days that another worker wrote first.</param>
public sealed record RollupWrite(int Changed, IReadOnlyList<DateOnly> Lost);
