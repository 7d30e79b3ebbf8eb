namespace SalesReports.Jobs;

/// <summary>A sign of life on long work, for a terminal or a log.</summary>
/// <param name="Stage">Such as <c>pull</c> or <c>roll up</c>.</param>
/// <param name="Done">Rows or days done so far.</param>
/// <param name="Total">How many there will be, when known.</param>
public sealed record JobProgress(string Stage, string Subject, long Done, long? Total);
