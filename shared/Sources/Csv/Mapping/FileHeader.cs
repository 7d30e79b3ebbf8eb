namespace SalesReports.Sources.Csv.Mapping;

/// <summary>The names in the first line of a file. Case does not matter; of two equal names the first counts.</summary>
public sealed class FileHeader
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);

    public FileHeader(string file, IReadOnlyList<string> cells)
    {
        File = file;
        Cells = [.. cells.Select(cell => Rejections.Shorten(cell.Trim()))];
        for (var index = 0; index < Cells.Count; index++)
        {
            if (Cells[index].Length > 0)
            {
                _indexes.TryAdd(Cells[index], index);
            }
        }
    }

    public string File { get; }

    public IReadOnlyList<string> Cells { get; }

    /// <summary>The names, for a sentence; the first hundred.</summary>
    public string Names => string.Join(", ", Cells.Where(cell => cell.Length > 0).Take(100));

    /// <summary>-1 when there is no such column.</summary>
    public int IndexOf(string name) => _indexes.GetValueOrDefault(name.Trim(), -1);
}
