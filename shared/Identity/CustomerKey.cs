namespace SalesReports.Identity;

/// <summary>
/// The id that tells a customer apart from those of all other sources: the bare id of the <c>csv</c> source, <c>source:id</c>
/// of every other. What a fact says about its customer is read against the fact's own source, so that two sources may both
/// call different companies <c>17</c>. Source: metrics.md, customer identity.
/// </summary>
public static class CustomerKey
{
    /// <summary>The source whose ids people type; they stand as they are.</summary>
    public const string BareSource = "csv";

    private const char Separator = ':';

    /// <summary>A bare id that holds the separator is written with its source too: no two customers share a key.</summary>
    /// <param name="source">Name of the fact's source, without a colon.</param>
    public static string Of(string source, string id) =>
        source == BareSource && !id.Contains(Separator, StringComparison.Ordinal) ? id : $"{source}{Separator}{id}";

    /// <summary>The source that a key belongs to.</summary>
    public static string SourceOf(string key) => key.IndexOf(Separator, StringComparison.Ordinal) is var at && at < 0 ? BareSource : key[..at];
}
