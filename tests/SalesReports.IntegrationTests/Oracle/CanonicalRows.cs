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
        foreach (var (kind, rows) in _rows)
        {
            var columns = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
            var lines = rows.Select(row => string.Join(',', columns.Select(column => Quoted(row.GetValueOrDefault(column, "")))));
            File.WriteAllLines(Path.Combine(folder, kind + ".csv"), [string.Join(',', columns), .. lines]);
        }
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
