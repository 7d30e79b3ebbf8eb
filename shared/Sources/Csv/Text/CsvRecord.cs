namespace SalesReports.Sources.Csv.Text;

/// <summary>One record of a file: its cells as they stand there.</summary>
/// <param name="Line">The physical line it begins on, the first line of the file being 1.</param>
/// <param name="Cells">At most <see cref="RecordReader.MostColumns"/> cells of at most <see cref="RecordReader.LongestCell"/> characters.</param>
/// <param name="Count">How many cells there were, kept or not.</param>
/// <param name="Fault">What is wrong with its quoting; null when nothing is.</param>
public sealed record CsvRecord(long Line, string[] Cells, int Count, string? Fault)
{
    /// <summary>An empty line, or what a spreadsheet writes for an empty row.</summary>
    public bool IsBlank => Fault is null && Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
