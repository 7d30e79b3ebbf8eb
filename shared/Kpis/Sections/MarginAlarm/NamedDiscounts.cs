namespace SalesReports.Kpis.Sections.MarginAlarm;

/// <summary>The largest extra discounts until half of their total is covered, at most five of a kind.</summary>
public sealed record NamedDiscounts(IReadOnlyList<ExtraDiscount> Reps, IReadOnlyList<ExtraDiscount> Customers, IReadOnlyList<ExtraDiscount> Products)
{
    private const int AtMost = 5;

    internal static NamedDiscounts Nobody { get; } = new([], [], []);

    internal static NamedDiscounts Of(ExtraDiscounts discounts) => new(Named(discounts.ByRep), Named(discounts.ByCustomer), Named(discounts.ByProduct));

    /// <param name="ranked">Largest first.</param>
    private static List<ExtraDiscount> Named(IReadOnlyList<ExtraDiscount> ranked)
    {
        var (named, covered, total) = (new List<ExtraDiscount>(), 0m, ranked.Sum(row => row.Value));
        foreach (var row in ranked.Where(row => row.Value > 0))
        {
            if (named.Count == AtMost || covered * 2 >= total)
            {
                break;
            }

            named.Add(row);
            covered += row.Value;
        }

        return named;
    }
}
