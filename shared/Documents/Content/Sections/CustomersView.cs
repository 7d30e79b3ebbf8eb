using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Who the customers are, who stayed, who came and went.</summary>
internal static class CustomersView
{
    public static SectionView Of(SectionResult<CustomersSection> result, SectionWords say) => say.Of("customers", result, section =>
    {
        var why = section.Retention.ReasonText is { } text ? say.In(text) : null;
        var best = section.Classes[0];
        return say.Section(
            "customers",
            say.Say("customers.lead", say.Count(best.Customers), say.Cells.Ratio(best.Share).Text, say.Cells.Ratio(section.Retention.Net).Text),
            [
                new TilesBlock(
                [
                    new Tile("retention.net", say.Say("customers.net"), say.Cells.Ratio(section.Retention.Net, why), Detail(section.Retention, say)),
                    new Tile("retention.gross", say.Say("customers.gross"), say.Cells.Ratio(section.Retention.Gross, why), Detail(section.Retention, say)),
                    Moved("new", section.New, say), Moved("kept", section.Kept, say), Moved("lost", section.Lost, say), Moved("reactivated", section.Reactivated, say),
                ]),
                .. section.Abc.Any(customer => customer.Class is not null) ? [Pareto(section, say)] : Array.Empty<Block>(),
                Classes(section.Classes, say),
                Abc(section.Abc, say),
                .. Moves(section, say),
            ]);
    });

    private static string Detail(Retention retention, SectionWords say) => retention.ReasonText is { } why ? say.In(why) : say.Say("detail.n", say.Count(retention.N));

    private static Tile Moved(string id, IReadOnlyList<NamedCustomer> customers, SectionWords say) => new(id, say.Say($"customers.{id}"), say.Cells.Count(customers.Count), "");

    /// <summary>All customers with revenue, so that each class is seen to its end; the share that runs up to one is what the section says stands before the next.</summary>
    private static ChartBlock Pareto(CustomersSection section, SectionWords say)
    {
        var ranked = section.Abc.Where(customer => customer.ShareBefore is not null).ToList();
        List<ChartValue> bars = [.. ranked.Select(customer => say.Charts.Money(say.Cells.Name(customer.Name).Text, customer.Revenue12Months))];
        List<decimal> running = [.. ranked.Select((_, i) => i + 1 < ranked.Count ? ranked[i + 1].ShareBefore!.Value : 1m)];
        List<ParetoClass> classes = [.. ranked.GroupBy(customer => customer.Class!, StringComparer.Ordinal).Select(own => new ParetoClass(say.Say("customers.className", own.Key), ranked.FindLastIndex(customer => customer.Class == own.Key) + 1))];
        return say.Charts.OfMoney(
            "customers.pareto", say.Say("customers.pareto"), bars, (unit, size) => new ParetoData(bars, running, classes) { Unit = unit, UnitSize = size },
            say.Say("customers.paretoText", say.Count(ranked.Count), string.Join(" · ", section.Classes.Select(own => $"{own.Name} {say.Count(own.Customers)} ({say.Cells.Ratio(own.Share).Text})"))));
    }

    private static TableBlock Classes(IReadOnlyList<AbcClass> classes, SectionWords say) => SectionWords.Table(
        "customers.classes", say.Say("customers.classes"),
        [say.Name("customers.class", 1), say.Number("customers.customers", ColumnKind.Count), say.Number("customers.revenue12", ColumnKind.Money), say.Number("col.share", ColumnKind.Ratio)],
        classes.Select(own => SectionWords.Row(new Cell(own.Name), say.Cells.Count(own.Customers), say.Cells.Money(own.Revenue), say.Cells.Ratio(own.Share))));

    private static TableBlock Abc(IReadOnlyList<AbcCustomer> customers, SectionWords say) => SectionWords.Table(
        "customers.abc", say.Say("customers.abc"),
        [say.Name("col.customer", 3), say.Number("customers.revenue12", ColumnKind.Money), say.Number("customers.shareBefore", ColumnKind.Ratio), say.Name("customers.class", 1)],
        customers.Select(customer => SectionWords.Row(say.Cells.Name(customer.Name), say.Cells.Money(customer.Revenue12Months), say.Cells.Ratio(customer.ShareBefore), new Cell(customer.Class ?? say.Words.Nothing))),
        shown: 15);

    private static IEnumerable<Block> Moves(CustomersSection section, SectionWords say)
    {
        List<TableRow> rows =
        [
            .. new[] { ("new", section.New), ("reactivated", section.Reactivated), ("lost", section.Lost), ("kept", section.Kept) }
                .SelectMany(move => move.Item2.Select(customer => SectionWords.Row(say.Cells.Name(customer.Name), new Cell(say.Say($"customers.{move.Item1}"))))),
        ];
        return rows.Count == 0 ? [] : [SectionWords.Table("customers.moves", say.Say("customers.moves"), [say.Name("col.customer", 3), say.Name("customers.move", 1.5f)], rows, shown: 10)];
    }
}
