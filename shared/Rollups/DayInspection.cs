using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// Days as their rows really are: names are worked out from the contents, and what cannot be read has a name that no content has.
/// For a rebuild, which must also put right what a slip of the hand or a lost row did.
/// </summary>
internal sealed class DayInspection(Tables tables)
{
    private const string Unreadable = "?";

    private readonly LargeColumn _figures = new(tables, RollupStore.FiguresColumn);
    private readonly LargeColumn _shares = new(tables, RollupStore.SharesColumn);
    private readonly LargeColumn _sales = new(tables, DayDetail.Sales.Column);
    private readonly LargeColumn _funnel = new(tables, DayDetail.Funnel.Column);
    private readonly LargeColumn _findings = new(tables, DayDetail.Findings.Column);

    /// <summary>The days of <c>[from, to]</c> that have any row.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, StoredDay>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        // The locks first: what another worker writes from here on makes our own write fail.
        var details = await RowsAsync(DayKeys.Detail(from), DayKeys.Detail(to), cancellationToken);
        var lights = await RowsAsync(DayKeys.Light(from), DayKeys.Light(to), cancellationToken);
        var shares = await RowsAsync(DayKeys.Shares(from), DayKeys.Shares(to), cancellationToken);
        var days = new Dictionary<DateOnly, StoredDay>();
        foreach (var day in details.Keys.Union(lights.Keys).Union(shares.Keys))
        {
            days[day] = await DayAsync(details.GetValueOrDefault(day), lights.GetValueOrDefault(day), shares.GetValueOrDefault(day), cancellationToken);
        }

        return days;
    }

    private async Task<StoredDay> DayAsync(TableEntity? detail, TableEntity? light, TableEntity? shares, CancellationToken cancellationToken)
    {
        var figures = await ReadAsync(light, row => _figures.TextAsync(row, cancellationToken));
        var held = new DayNames(
            NameOf(light, figures),
            NameOf(shares, await ReadAsync(shares, row => _shares.TextAsync(row, cancellationToken))),
            await DetailNameAsync(detail, _sales, cancellationToken),
            await DetailNameAsync(detail, _funnel, cancellationToken),
            await DetailNameAsync(detail, _findings, cancellationToken));
        return new StoredDay(detail?.ETag ?? default, held, ActiveIn(figures)) { IsIntact = detail is not null && held == DayNames.In(detail) };
    }

    private static async Task<string> DetailNameAsync(TableEntity? detail, LargeColumn column, CancellationToken cancellationToken)
    {
        if (detail is null)
        {
            return "";
        }

        var compressed = await ReadAsync(detail, row => column.BytesAsync(row, cancellationToken));
        try
        {
            return compressed switch
            {
                null => Unreadable,
                [] => "",
                _ => DayKeys.ContentName(Compressed.Read(compressed)),
            };
        }
        catch (InvalidDataException)
        {
            return Unreadable;
        }
    }

    private static string NameOf(TableEntity? row, string? text) => row is null ? "" : text is null ? Unreadable : DayKeys.ContentName(Encoding.UTF8.GetBytes(text));

    private static IReadOnlyList<string> ActiveIn(string? figures)
    {
        try
        {
            return figures is null ? [] : JsonSerializer.Deserialize<DayRollup>(figures, FactRow.Json)?.ActiveCustomers ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Null when there is nothing to be read: no row, an empty column, or a blob that is gone.</summary>
    private static async Task<T?> ReadAsync<T>(TableEntity? row, Func<TableEntity, Task<T>> read)
        where T : class
    {
        try
        {
            return row is null ? null : await read(row);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    private async Task<Dictionary<DateOnly, TableEntity>> RowsAsync(string first, string last, CancellationToken cancellationToken)
    {
        var (table, partition) = (await tables.OpenAsync(DayKeys.Table, cancellationToken), DayKeys.Partition);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        return await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToDictionaryAsync(row => DayKeys.DayOf(row.RowKey), cancellationToken: cancellationToken);
    }
}
