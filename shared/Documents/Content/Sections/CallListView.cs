using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Customers;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Customers to call before they are gone.</summary>
internal static class CallListView
{
    public static SectionView Of(SectionResult<CustomersSection> result, SectionWords say) => say.Of("callList", result, section => section.CallList.Count == 0
        ? say.Section("callList", say.Say("callList.none"))
        : say.Section(
            "callList",
            say.Say("callList.lead", say.Count(section.CallList.Count), say.Money(section.CallList.Sum(entry => entry.RevenueAtRisk)), say.Cells.Name(section.CallList[0].Name).Text),
            say.Charts.Ranking("callList.atRisk", say.Say("callList.chart"), [.. section.CallList.Take(10).Select(entry => say.Charts.Money(say.Cells.Name(entry.Name).Text, entry.RevenueAtRisk))]),
            Table(section.CallList, say)));

    private static TableBlock Table(IReadOnlyList<CallListEntry> entries, SectionWords say) => SectionWords.Table(
        "callList", say.Say("callList.table"),
        [
            say.Name("col.customer", 2.4f), say.Name("col.owner", 1.6f), say.Number("callList.atRisk", ColumnKind.Money), say.Number("callList.base", ColumnKind.Money), say.Number("callList.last90", ColumnKind.Money),
            say.Number("callList.since", ColumnKind.Days, 0.8f), say.Number("callList.rhythm", ColumnKind.Days, 0.8f), say.Number("callList.expected", ColumnKind.Date, 1.4f), say.Name("callList.dropped", 1.4f), say.Name("col.reasons", 2.6f),
        ],
        entries.Select(entry => SectionWords.Row(
            say.Cells.Name(entry.Name), entry.OwnerId is { } owner ? say.Cells.Name(say.RepName(owner)) : say.Cells.Name(null), say.Cells.Money(entry.RevenueAtRisk), say.Cells.Money(entry.Base), say.Cells.Money(entry.Last90Days),
            say.Cells.Days(entry.DaysSinceLastOrder), say.Cells.Days(entry.MedianInterval), say.Cells.Day(entry.ExpectedReorder), Cells.Text(entry.LastCategoryDropped),
            Cells.Text(string.Join(", ", entry.Reasons.Select(reason => say.Words.Code("call", reason)))))),
        shown: 15);
}
