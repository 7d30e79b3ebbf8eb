using System.Runtime.CompilerServices;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv;

/// <summary>Streams the records of a file, and the rows of a table.</summary>
internal static class TableReader
{
    /// <summary>Every record but blank ones; the first is the header.</summary>
    public static async IAsyncEnumerable<CsvRecord> RecordsAsync(ImportFiles files, string file, FileShape shape, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var bytes = await files.OpenAsync(file, cancellationToken);
        using var text = shape.Open(bytes);
        var reader = new RecordReader(text, shape.Delimiter);
        while (await reader.ReadAsync(cancellationToken) is { } record)
        {
            if (!record.IsBlank)
            {
                yield return record;
            }
        }
    }

    public static async IAsyncEnumerable<Cells> RowsAsync(ImportFiles files, Table table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = true;
        await foreach (var record in RecordsAsync(files, table.File, table.Shape, cancellationToken))
        {
            if (!header)
            {
                yield return new Cells(table, record.Line, record.Cells, record.Fault ?? Misfit(record, table.Header.Cells.Count));
            }

            header = false;
        }
    }

    /// <summary>Empty cells past the end are what spreadsheets leave behind; any other difference means that cells have shifted.</summary>
    private static string? Misfit(CsvRecord record, int columns) =>
        record.Count == columns || (record.Count > columns && record.Count == record.Cells.Length && record.Cells.Skip(columns).All(string.IsNullOrWhiteSpace))
            ? null
            : $"The row has {record.Count} cells, the header has {columns}; a cell that holds the delimiter must be quoted.";
}
