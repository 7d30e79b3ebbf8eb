using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// One row a day. A change of the day's customers is noted in the same transaction, so that the index of first orders follows
/// even when the worker dies in between. Large days spill to a blob. Source: storage.md, rollups.
/// </summary>
public sealed class RollupStore(Tables tables)
{
    internal const string Partition = "days";
    private const string FiguresColumn = "figures";
    private const string BlobColumn = "blob";

    /// <summary>Characters of JSON that a row may carry; a row holds 1 MiB of UTF-16.</summary>
    private const int MostInRow = 200_000;

    /// <summary>Half of what a transaction holds: a day may bring a second row.</summary>
    private const int DaysPerTransaction = 50;

    /// <summary>Characters of JSON in one transaction, with room to its 4 MiB for escapes and the customers' notes.</summary>
    private const int MostInTransaction = 1_000_000;

    /// <summary>The rollups of <c>[from, to]</c>, ascending; days without facts have none.</summary>
    public async Task<IReadOnlyList<StoredRollup>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        var (first, last) = (DayKey(from), DayKey(to));
        var rollups = new List<StoredRollup>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {first} and RowKey le {last}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var json = await JsonOfAsync(entity, cancellationToken);
            rollups.Add(new StoredRollup(JsonSerializer.Deserialize<DayRollup>(json, FactRow.Json)!, json, entity.ETag));
        }

        return rollups;
    }

    /// <summary>The first day that has any order; null when none has.</summary>
    public async Task<DateOnly?> OrdersBeganAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        var (from, to) = ("d~", "d~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to} and orders gt 0");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            return FactKeys.DayOf(entity.RowKey[2..]);
        }

        return null;
    }

    /// <summary>The first day on or after <paramref name="from"/> that has a rollup; null when there is none.</summary>
    public async Task<DateOnly?> FirstDayAsync(DateOnly from, CancellationToken cancellationToken)
    {
        await foreach (var day in DaysAsync(from, 1, cancellationToken))
        {
            return day;
        }

        return null;
    }

    /// <summary>The last day after <paramref name="from"/> that has a rollup. Reads every key after it: meant for days ahead, of which there are none or few.</summary>
    public async Task<DateOnly?> LastDayAfterAsync(DateOnly from, CancellationToken cancellationToken)
    {
        DateOnly? last = null;
        await foreach (var day in DaysAsync(from.AddDays(1), null, cancellationToken))
        {
            last = day;
        }

        return last;
    }

    /// <summary>Writes what changed; gives back the days that another worker wrote meanwhile and that must be read again.</summary>
    public async Task<RollupWrite> WriteAsync(IReadOnlyCollection<(DayRollup Now, StoredRollup? Before)> days, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        var changes = days.Select(day => (day.Now, day.Before, Json: JsonSerializer.Serialize(day.Now, FactRow.Json)))
            .Where(day => day.Before is null ? !IsEmpty(day.Now) : day.Json != day.Before.Json)
            .ToList();
        var lost = new List<DateOnly>();
        foreach (var some in InTransactions(changes))
        {
            lost.AddRange(await SubmitAsync(table, some, cancellationToken));
        }

        return new RollupWrite(changes.Count - lost.Count, lost);
    }

    private async IAsyncEnumerable<DateOnly> DaysAsync(DateOnly from, int? perPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("rollups", cancellationToken);
        var (first, last) = (DayKey(from), "d~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, perPage, ["RowKey"], cancellationToken))
        {
            yield return FactKeys.DayOf(entity.RowKey[2..]);
        }
    }

    private static string DayKey(DateOnly day) => $"d~{FactKeys.Day(day)}";

    private static bool IsEmpty(DayRollup day) => day.OrderFacts == 0 && day.Deals.Won + day.Deals.Lost == 0 && day.Spend.Count == 0;

    private static IEnumerable<IReadOnlyList<(DayRollup Now, StoredRollup? Before, string Json)>> InTransactions(
        IEnumerable<(DayRollup Now, StoredRollup? Before, string Json)> days)
    {
        var (some, size) = (new List<(DayRollup Now, StoredRollup? Before, string Json)>(), 0);
        foreach (var day in days)
        {
            if (some.Count == DaysPerTransaction || (some.Count > 0 && size + day.Json.Length > MostInTransaction))
            {
                yield return some;
                (some, size) = ([], 0);
            }

            some.Add(day);
            size += day.Json.Length;
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }

    private async Task<IReadOnlyList<DateOnly>> SubmitAsync(
        TableClient table, IReadOnlyList<(DayRollup Now, StoredRollup? Before, string Json)> days, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction>();
        foreach (var (now, before, json) in days)
        {
            actions.Add(await DayActionAsync(now, before, json, cancellationToken));
            if (CustomerChanges.Note(now, before?.Rollup, ContentName(json)) is { } note)
            {
                actions.Add(note);
            }
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return [];
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            if (days.Count == 1)
            {
                return [days[0].Now.Day];
            }
        }

        var lost = new List<DateOnly>();
        foreach (var day in days)
        {
            lost.AddRange(await SubmitAsync(table, [day], cancellationToken));
        }

        return lost;
    }

    private async Task<TableTransactionAction> DayActionAsync(DayRollup now, StoredRollup? before, string json, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition, DayKey(now.Day));
        if (IsEmpty(now))
        {
            return new TableTransactionAction(TableTransactionActionType.Delete, entity, before!.ETag);
        }

        entity["orders"] = now.OrderFacts;
        entity["won"] = now.Deals.Won;
        entity["lost"] = now.Deals.Lost;
        if (json.Length <= MostInRow)
        {
            FactRow.SetText(entity, FiguresColumn, json);
        }
        else
        {
            entity[BlobColumn] = await SpillAsync(now.Day, json, cancellationToken);
        }

        return before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, before.ETag);
    }

    private async Task<string> SpillAsync(DateOnly day, string json, CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync("rollups", cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}/{FactKeys.Day(day)}-{ContentName(json)}.json");
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
        return name;
    }

    private async Task<string> JsonOfAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        if (entity.GetString(BlobColumn) is not { } name)
        {
            return FactRow.TextOf(entity, FiguresColumn);
        }

        var container = await tables.ContainerAsync("rollups", cancellationToken);
        var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return blob.Value.Content.ToString();
    }

    private static string ContentName(string json) => Convert.ToHexStringLower(System.IO.Hashing.XxHash64.Hash(Encoding.UTF8.GetBytes(json)));
}

/// <param name="Json">As stored; equal text means an equal rollup.</param>
public sealed record StoredRollup(DayRollup Rollup, string Json, ETag ETag);

/// <param name="Changed">Rows written.</param>
/// <param name="Lost">Days that another worker wrote first.</param>
public sealed record RollupWrite(int Changed, IReadOnlyList<DateOnly> Lost);
