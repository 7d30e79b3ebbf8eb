namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Facts as rows of text under the canonical columns of imports.md, per kind: what a CSV file of that kind would hold.</summary>
internal sealed class CanonicalRows
{
    private readonly SortedDictionary<string, List<IReadOnlyDictionary<string, string>>> _rows = new(StringComparer.Ordinal);

    public IEnumerable<string> Kinds => _rows.Keys;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string kind) => _rows.TryGetValue(kind, out var rows) ? rows : [];

    /// <summary>A column that is left out is missing.</summary>
    public void Add(string kind, IReadOnlyDictionary<string, string> row)
    {
        if (!_rows.TryGetValue(kind, out var rows))
        {
            _rows[kind] = rows = [];
        }

        rows.Add(row);
    }

    /// <summary>Writes a folder of canonical CSV files, one a kind.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var kind in Kinds)
        {
            File.WriteAllText(Path.Combine(folder, kind + ".csv"), Text(kind));
        }
    }

    /// <summary>The CSV file of a kind.</summary>
    public string Text(string kind)
    {
        var columns = _rows[kind].SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        var lines = _rows[kind].Select(row => string.Join(',', columns.Select(column => Quoted(row.GetValueOrDefault(column, "")))));
        return string.Join('\n', lines.Prepend(string.Join(',', columns))) + '\n';
    }

    /// <summary>Reads a folder of canonical CSV files.</summary>
    public static CanonicalRows ReadFrom(string folder)
    {
        var facts = new CanonicalRows();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            var columns = Cells(lines[0]);
            foreach (var line in lines.Skip(1))
            {
                facts.Add(Path.GetFileNameWithoutExtension(file), columns.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
            }
        }

        return facts;
    }

    /// <summary>The text between commas; a quoted cell is put together again, a doubled quote is one.</summary>
    public static IReadOnlyList<string> Cells(string line)
    {
        var cells = new List<string>();
        foreach (var part in line.Split(','))
        {
            // An odd number of quotes: the cell before goes on.
            if (cells.Count > 0 && cells[^1].Count(character => character == '"') % 2 == 1)
            {
                cells[^1] += ',' + part;
            }
            else
            {
                cells.Add(part);
            }
        }

        return [.. cells.Select(cell => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell)];
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
