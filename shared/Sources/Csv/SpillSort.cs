using System.Globalization;
using System.Text;

namespace SalesReports.Sources.Csv;

/// <summary>A row on its way through sorting.</summary>
/// <param name="Table">Which of the files that are sorted together it came from.</param>
internal sealed record SortedRow(string Key, int Table, long Line, string[] Cells, string? Fault)
{
    public static Comparer<SortedRow> ByKey { get; } = Comparer<SortedRow>.Create((left, right) =>
    {
        var byKey = string.CompareOrdinal(left.Key, right.Key);
        var byTable = byKey != 0 ? byKey : left.Table.CompareTo(right.Table);
        return byTable != 0 ? byTable : left.Line.CompareTo(right.Line);
    });
}

/// <summary>
/// Sorts any number of rows by key, file and line in bounded memory: full chunks are sorted and written to a temporary
/// folder of its own, then merged. Disposing removes the folder, whatever happened.
/// </summary>
internal sealed class SpillSort(CsvOptions options) : IDisposable
{
    private readonly List<SortedRow> _chunk = [];
    private readonly List<string> _runs = [];
    private DirectoryInfo? _folder;
    private long _characters;

    public void Add(SortedRow row)
    {
        _chunk.Add(row);
        _characters += row.Key.Length + row.Cells.Sum(cell => (long)cell.Length);
        if (_chunk.Count >= options.RowsInMemory || _characters >= options.CharactersInMemory)
        {
            Spill();
        }
    }

    public IEnumerable<SortedRow> Sorted()
    {
        _chunk.Sort(SortedRow.ByKey);
        return _runs.Count == 0 ? _chunk : Merge();
    }

    public void Dispose() => _folder?.Delete(recursive: true);

    private IEnumerable<SortedRow> Merge()
    {
        var runs = _runs.ConvertAll(run => Read(run).GetEnumerator());
        runs.Add(((IEnumerable<SortedRow>)_chunk).GetEnumerator());
        try
        {
            var heads = new PriorityQueue<IEnumerator<SortedRow>, SortedRow>(SortedRow.ByKey);
            foreach (var run in runs.Where(run => run.MoveNext()))
            {
                heads.Enqueue(run, run.Current);
            }

            while (heads.TryDequeue(out var run, out var row))
            {
                yield return row;
                if (run.MoveNext())
                {
                    heads.Enqueue(run, run.Current);
                }
            }
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }

    private void Spill()
    {
        _chunk.Sort(SortedRow.ByKey);
        _folder ??= options.TemporaryFolder is { } parent
            ? Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName()))
            : Directory.CreateTempSubdirectory("salesreports-");
        var run = Path.Combine(_folder.FullName, _runs.Count.ToString("D6", CultureInfo.InvariantCulture));
        using var writer = new BinaryWriter(File.Create(run), Encoding.Unicode);
        foreach (var row in _chunk)
        {
            writer.Write(row.Key);
            writer.Write(row.Table);
            writer.Write(row.Line);
            writer.Write(row.Fault ?? "");
            writer.Write7BitEncodedInt(row.Cells.Length);
            Array.ForEach(row.Cells, writer.Write);
        }

        _runs.Add(run);
        _chunk.Clear();
        _characters = 0;
    }

    private static IEnumerable<SortedRow> Read(string run)
    {
        using var reader = new BinaryReader(File.OpenRead(run), Encoding.Unicode);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var (key, table, line, fault) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadString());
            var cells = new string[reader.Read7BitEncodedInt()];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = reader.ReadString();
            }

            yield return new SortedRow(key, table, line, cells, fault.Length == 0 ? null : fault);
        }
    }
}
