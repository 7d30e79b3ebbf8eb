using System.Text.Json;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// What a row can hold: 1 MiB of UTF-16, of which the lists of an order or an opportunity take the most. Only facts with long
/// lists are measured; no other can be so large.
/// </summary>
internal static class RowSize
{
    /// <summary>Characters of JSON of all rows of one fact, which must go into one transaction, escaped, with their markers.</summary>
    public const int Most = 480_000;

    private const int FewLines = 40;
    private const int FewEntries = 500;

    /// <summary>Characters that the fact would take; null when it fits.</summary>
    public static int? Excess(Fact fact)
    {
        var isLong = fact switch
        {
            Order order => order.Lines.Count > FewLines,
            Opportunity deal => deal.StageHistory.Count + deal.ExpectedCloseHistory.Count + deal.AmountHistory.Count + deal.OutcomeHistory.Count > FewEntries,
            _ => false,
        };
        var size = isLong ? JsonSerializer.Serialize(fact, fact.GetType(), FactRow.Json).Length * FactKeys.Days(fact).Count : 0;
        return size > Most ? size : null;
    }
}
