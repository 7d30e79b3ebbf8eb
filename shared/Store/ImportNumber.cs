namespace SalesReports.Store;

/// <summary>Which import of a source writes.</summary>
/// <param name="Sequence">Grows with each import of the source.</param>
/// <param name="OlderOpen">
/// The highest sequence among older imports that had not ended when this one began, 0 without any. They may still write, so what
/// this import finds unchanged must remember that it was seen later.
/// </param>
public sealed record ImportNumber(long Sequence, long OlderOpen)
{
    /// <summary>An import that no older one overlaps.</summary>
    public static implicit operator ImportNumber(long sequence) => new(sequence, 0);
}
