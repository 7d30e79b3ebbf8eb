namespace SalesReports.Sources.Csv;

/// <summary>What is held in memory before rows that lie apart are sorted on disk, and where.</summary>
public sealed record CsvOptions
{
    public static CsvOptions Default { get; } = new();

    /// <summary>A mapping elsewhere than in the folder; null reads <c>import.json</c> beside the files, if it is there.</summary>
    public string? MappingFile { get; init; }

    /// <summary>Where sorting may write for as long as it runs; null is the system's temporary folder.</summary>
    public string? TemporaryFolder { get; init; }

    public int RowsInMemory { get; init; } = 100_000;

    public int CharactersInMemory { get; init; } = 16_000_000;

    /// <summary>An order, or anything else with one id, has at most this many rows.</summary>
    public int RowsOfOneId { get; init; } = 20_000;
}
