using System.Runtime.CompilerServices;

namespace SalesReports.Sources.Csv;

/// <summary>A file whose rows are gathered by key; a row without one is refused.</summary>
internal sealed record KeyedTable(Table Table, Func<Cells, string?> Key);

/// <summary>All rows of one key, by file and then by line.</summary>
internal sealed record RowGroup(string Key, IReadOnlyList<Cells> Rows);

/// <summary>
/// Gathers the rows of one id. A single file whose ids lie together streams in constant memory (a first pass keeps a 64-bit
/// hash of each id to find out); otherwise the rows are sorted on disk first.
/// </summary>
internal sealed class RowGroups(ImportFiles files, CsvOptions options, IPullLog log)
{
    private const int ProgressEvery = 5_000;

    public async IAsyncEnumerable<RowGroup> ReadAsync(IReadOnlyList<KeyedTable> tables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var sort = new SpillSort(options);
        var rows = tables.Count == 1 && await LieTogetherAsync(tables[0], cancellationToken)
            ? KeyedRowsAsync(tables[0], cancellationToken)
            : SortedRowsAsync(tables, sort, cancellationToken);

        string? key = null;
        var group = new List<Cells>();
        await foreach (var (rowKey, row) in rows)
        {
            if (rowKey != key)
            {
                if (key is not null && Whole(key, group))
                {
                    yield return new RowGroup(key, group);
                }

                (key, group) = (rowKey, []);
            }

            if (group.Count > options.RowsOfOneId)
            {
                RefuseSurplus(rowKey, row);
            }
            else
            {
                group.Add(row);
            }
        }

        if (key is not null && Whole(key, group))
        {
            yield return new RowGroup(key, group);
        }
    }

    private async Task<bool> LieTogetherAsync(KeyedTable keyed, CancellationToken cancellationToken)
    {
        var seen = new SeenIds();
        string? last = null;
        await foreach (var row in TableReader.RowsAsync(files, keyed.Table, cancellationToken))
        {
            if (keyed.Key(row) is { } key)
            {
                if (key != last && !seen.Add(key))
                {
                    return false;
                }

                last = key;
            }
        }

        return true;
    }

    private async IAsyncEnumerable<(string Key, Cells Row)> KeyedRowsAsync(KeyedTable keyed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var row in TableReader.RowsAsync(files, keyed.Table, cancellationToken))
        {
            if (++count % ProgressEvery == 0)
            {
                log.Progress(keyed.Table.File, count);
            }

            if (keyed.Key(row) is { } key)
            {
                yield return (key, row);
            }
            else
            {
                log.Reject(Rejections.Row(row, row.Refusal ?? new Refusal(null, null, "The row has no id.")));
            }
        }

        log.Progress(keyed.Table.File, count);
    }

    private async IAsyncEnumerable<(string Key, Cells Row)> SortedRowsAsync(IReadOnlyList<KeyedTable> tables, SpillSort sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var index = 0; index < tables.Count; index++)
        {
            await foreach (var (key, row) in KeyedRowsAsync(tables[index], cancellationToken))
            {
                sort.Add(new SortedRow(key, index, row.Line, row.Raw, row.Fault));
            }
        }

        foreach (var row in sort.Sorted())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (row.Key, new Cells(tables[row.Table].Table, row.Line, row.Cells, row.Fault));
        }
    }

    private bool Whole(string key, List<Cells> group)
    {
        if (group.Count <= options.RowsOfOneId)
        {
            return true;
        }

        group.ForEach(row => RefuseSurplus(key, row));
        return false;
    }

    private void RefuseSurplus(string key, Cells row) =>
        log.Reject(Rejections.Row(row, $"More than {options.RowsOfOneId:N0} rows have the id '{Rejections.Shorten(key)}', so all of them are left out."));
}
