using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections.DataQuality;

namespace SalesReports.Documents.Content.Sections;

/// <summary>How sure it is who the customers are, and what cannot be seen.</summary>
internal static class IdentityBlocks
{
    public static IEnumerable<Block> Of(IdentityQuality identity, SectionWords say)
    {
        yield return new TilesBlock(
        [
            new Tile("identity.merges", say.Say("dataQuality.merges"), say.Cells.Count(identity.Merges.Count), ""),
            new Tile("identity.reviews", say.Say("dataQuality.reviews"), say.Cells.Count(identity.Reviews.Count), ""),
            say.Tile("identity.ordersWithoutAccount.share", say.Say("dataQuality.noAccount"), identity.OrdersWithoutAccount.Share),
            new Tile("identity.wonWithoutOrder", say.Say("dataQuality.wonWithoutOrder"), say.Cells.Count(identity.WonWithoutOrder.Deals.Count), ""),
            new Tile("identity.possibleDuplicates", say.Say("dataQuality.duplicates"), say.Cells.Count(identity.PossibleDuplicates.Count), ""),
        ]);
        foreach (var table in new[] { Reviews(identity, say), Unseen(identity.OrdersWithoutAccount, say), Won(identity.WonWithoutOrder, say), Duplicates(identity, say) }.Where(table => table.Rows.Count > 0))
        {
            yield return table;
        }
    }

    private static TableBlock Reviews(IdentityQuality identity, SectionWords say) => SectionWords.Table(
        "dataQuality.reviews", say.Say("dataQuality.reviews"),
        [say.Name("col.reason"), say.Name("dataQuality.key", 1.4f), say.Name("dataQuality.value", 1.6f), say.Name("dataQuality.customers", 3)],
        identity.Reviews.Select(review => SectionWords.Row(
            new Cell(say.Words.Code("review", review.Reason.ToString())), new Cell(say.Words.Code("key", review.By.ToString())), say.Cells.Name(review.Value),
            Cells.Text(string.Join(", ", review.Customers.Select(customer => PlainText.Line(customer, 40)))))),
        shown: 8);

    private static TableBlock Unseen(OrdersWithoutAccount unseen, SectionWords say) => SectionWords.Table(
        "dataQuality.noAccount", say.Say("dataQuality.noAccountTable"),
        [say.Name("col.customer", 3), say.Number("dataQuality.orders", ColumnKind.Count), say.Number("col.revenue", ColumnKind.Money)],
        unseen.Largest.Select(customer => SectionWords.Row(say.Cells.Name(customer.Name), say.Cells.Count(customer.Orders), say.Cells.Money(customer.Revenue))),
        shown: 8);

    private static TableBlock Won(WonWithoutOrder won, SectionWords say) => SectionWords.Table(
        "dataQuality.wonWithoutOrder", say.Say("dataQuality.wonWithoutOrder"),
        [say.Name("qualification.deal"), say.Name("col.customer"), say.Name("col.owner"), say.Number("dataQuality.closed", ColumnKind.Date, 1.4f), say.Number("col.amount", ColumnKind.Money)],
        won.Deals.Select(deal => SectionWords.Row(
            say.Cells.Name(deal.Name ?? deal.OpportunityId), say.Cells.Name(deal.CustomerName), say.Cells.Name(deal.OwnerId is { } owner ? say.RepName(owner) : null), say.Cells.Day(deal.ClosedOn), say.Cells.Money(deal.Amount))),
        shown: 8);

    private static TableBlock Duplicates(IdentityQuality identity, SectionWords say) => SectionWords.Table(
        "dataQuality.duplicates", say.Say("dataQuality.duplicates"),
        [say.Number("dataQuality.day", ColumnKind.Date, 1.4f), say.Name("col.customer"), say.Number("col.amount", ColumnKind.Factor), say.Name("dataQuality.sources")],
        identity.PossibleDuplicates.Select(twin => SectionWords.Row(
            say.Cells.Day(twin.Day), say.Cells.Name(twin.CustomerId), new Cell($"{say.Words.Numbers.Plain(twin.Net, 2)}\u00A0{PlainText.Line(twin.Currency, 3)}".TrimEnd(), twin.Net),
            Cells.Text(string.Join(", ", twin.Sources.Select(source => PlainText.Line(source, 40)))))),
        shown: 8);
}
