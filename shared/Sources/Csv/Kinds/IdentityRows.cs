using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>Rows that say which customers are one and which are to be kept apart; null when the row is refused.</summary>
internal static class IdentityRows
{
    public static IdentityDecision? Decision(Cells row, string source)
    {
        var customer = row.Need(row.Id("customer_id"), "customer_id");
        var (same, apart) = (row.Id("same_as"), row.Id("apart_from"));
        if (same is null == apart is null)
        {
            row.Refuse("same_as", "Either same_as or apart_from names the other customer, not both.");
        }

        var other = same ?? apart ?? "";
        if (other == customer)
        {
            row.Refuse(same is null ? "apart_from" : "same_as", "Two different customers are needed.");
        }

        return row.Refusal is not null ? null : new IdentityDecision
        {
            Source = source,
            Id = IdentityDecision.IdOf(customer, other),
            ModifiedAt = row.Instant("updated_at"),
            Deleted = row.Flag("deleted") ?? false,
            CustomerId = customer,
            OtherId = other,
            IsSame = same is not null,
        };
    }
}
