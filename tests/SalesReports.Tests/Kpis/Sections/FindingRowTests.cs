using SalesReports.Facts;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Rollups.Findings;
using SalesReports.Tests.Kpis.Sections.Forecast;

namespace SalesReports.Tests.Kpis.Sections;

public sealed class FindingRowTests
{
    [Fact]
    public void Findings_of_the_period_are_told_by_the_names_of_the_report()
    {
        var found = new FindingCount(FindingKind.UnknownRep, FactKind.Orders, 7, [new Finding(FindingKind.UnknownRep, FactKind.Orders, "csv", "O1", "R9")]);

        var row = Assert.Single(DataQualitySection.Of(MonthlyRevenue.Inputs([1, 2]) with { Findings = [found] }).Findings);

        Assert.Equal(("unknown_rep", "orders", 7), (row.Kind, row.FactKind, row.Count));
        Assert.Equal([new FindingExample("csv", "O1", "R9")], row.Examples);
    }
}
