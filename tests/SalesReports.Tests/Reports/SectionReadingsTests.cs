using SalesReports.Calendar;
using SalesReports.Insights;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Bridges;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Measures;
using SalesReports.Reports;
using SalesReports.Tests.Kpis.Sections;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Reports;

/// <summary>What the rules of findings are told of the sections.</summary>
public sealed class SectionReadingsTests
{
    private static readonly MetricSettings Settings = new();
    private static readonly InsightInputs Nothing = new() { Kind = PeriodKind.Monthly, Currency = Currency.Eur, Metrics = [] };
    private static readonly Figure Unknown = Figure.Undefined("ratio", Reason.NoSales, Settings);

    [Fact]
    public void A_report_without_sections_tells_nothing()
    {
        var read = Read(new ReportSections());

        Assert.Equal((null, null, null), (read.RevenueParts, read.MarginAlarm, read.CallList));
        Assert.Empty(read.Concentration);
        Assert.Empty(read.PipelineCoverage);
        Assert.Empty(read.SourceCosts);
    }

    [Fact]
    public void An_undefined_section_tells_nothing_either() => Assert.Equivalent(Read(new ReportSections()), Read(new ReportSections
    {
        Bridges = SectionResult.Undefined<BridgesSection>(Reason.NoSales),
        MarginAlarm = SectionResult.Undefined<MarginAlarmSection>(Reason.NoSales),
        Company = SectionResult.Undefined<CompanySection>(Reason.NoSales),
        Teams = SectionResult.Undefined<TeamsSection>(Reason.NoSales),
        Marketing = SectionResult.Undefined<MarketingSection>(Reason.NoSales),
        Customers = SectionResult.Undefined<CustomersSection>(Reason.NoSales),
    }));

    [Fact]
    public void A_week_tells_its_one_bridge_and_a_month_the_one_against_the_month_before()
    {
        var (previous, lastYear) = (Bridge("previousPeriod", 100), Bridge("samePeriodLastYear", 50));

        Assert.Equal(new RevenueParts(100, 113, 1, 2, 3, 4, 5, -2), Read(new ReportSections { Bridge = SectionResult.Of(previous) }).RevenueParts);
        Assert.Equal(100, Read(new ReportSections { Bridges = SectionResult.Of(new BridgesSection([previous, lastYear], [])) }).RevenueParts!.Before);
        Assert.Null(Read(new ReportSections { Bridges = SectionResult.Of(new BridgesSection([null, lastYear], [])) }).RevenueParts);
    }

    [Fact]
    public void An_alarm_tells_how_far_and_by_whom_and_only_when_it_fires()
    {
        var named = new NamedDiscounts([new ExtraDiscount("R1", "Ada", 30), new ExtraDiscount("R2", "Bob", 12)], [], []);
        var alarm = new MarginAlarmSection(
            true, "samePeriodLastYear", "2025-11", new AlarmFigures(120, 0.30m, 0.80m), new AlarmFigures(100, 0.35m, 0.90m), new ExtraDiscounts([], [], []), named);
        var read = Read(new ReportSections { MarginAlarm = SectionResult.Of(alarm) }).MarginAlarm!;

        Assert.Equal((0.2m, -0.05m, -0.10m, 42m), (read.RevenueChange, read.MarginChange, read.RealisationChange, read.ExtraDiscount));
        Assert.Equal(["Ada", "Bob"], read.Reps);
        Assert.Null(Read(new ReportSections { MarginAlarm = SectionResult.Of(alarm with { Fires = false, Then = new AlarmFigures(null, null, null) }) }).MarginAlarm);
    }

    [Theory]
    [InlineData(1, new int[0])]
    [InlineData(2, new[] { 1 })]
    [InlineData(9, new[] { 1 })]
    [InlineData(10, new[] { 1, 5 })]
    [InlineData(20, new[] { 1, 5, 10 })]
    public void The_largest_are_told_of_where_there_are_twice_as_many_in_all(int customers, int[] told)
    {
        Figure Share(decimal top) => Figure.Ratio(top, 100, customers, Settings, Reason.NoSales);
        var read = Read(new ReportSections { Company = SectionResult.Of(Company(new Concentration(Share(20), Share(60), Share(90)))) }).Concentration;

        Assert.Equal(told, read.Select(one => one.Customers));
        Assert.All(read, one => Assert.Equal(one.Revenue / 100, one.Share));
    }

    [Fact]
    public void A_team_tells_what_is_missing_to_its_target_and_nothing_without_one()
    {
        var north = Team("North") with { PipelineCoverage = Figure.Ratio(30, 80, 7, Settings, Reason.NoSales) };
        var read = Read(new ReportSections { Teams = SectionResult.Of(new TeamsSection([north, Team("South")], [])) }).PipelineCoverage;

        Assert.Equal([new CoverageReading("North", 0.375m, 50)], read);
    }

    [Fact]
    public void A_customer_to_call_is_one_of_class_A_with_money_at_risk()
    {
        var customers = new CustomersSection
        {
            Abc = [new AbcCustomer("C1", "Un", 500, 0, "A"), new AbcCustomer("C2", "Deux", 400, 0.5m, "A"), new AbcCustomer("C3", "Trois", 90, 0.9m, "B")],
            Classes = [],
            New = [],
            Kept = [],
            Lost = [],
            Reactivated = [],
            Retention = new Retention(null, null, 0, 0, true, null, null),
            CallList = [Call("C3", "Trois", 70), Call("C2", "Deux", 50), Call("C1", "Un", 20)],
        };

        Assert.Equal(new CallListReading(2, 70, "Deux"), Read(new ReportSections { Customers = SectionResult.Of(customers) }).CallList);
        Assert.Null(Read(new ReportSections { Customers = SectionResult.Of(customers with { CallList = [Call("C3", "Trois", 70), Call("C1", "Un", 0)] }) }).CallList);
    }

    [Fact]
    public void A_source_tells_its_cost_beside_that_of_three_months_earlier()
    {
        var inputs = new SectionWorld(
            Made.Spend("2026-07-05", "Web", 100), Made.Order("O1", "2026-07-10", "C1", 10, "Web"), Made.Order("O2", "2026-08-10", "C2", 10, "Web"),
            Made.Spend("2026-10-05", "Web", 300), Made.Order("O3", "2026-10-10", "C3", 10, "Web"),
            Made.Spend("2026-08-05", "Fair", 40), Made.Order("O4", "2026-08-11", "C4", 10, "Fair"), Made.Spend("2026-11-05", "Fair", 90),
            Made.Spend("2026-11-05", "Radio", 70), Made.Order("O5", "2026-11-11", "C5", 10, "Radio")).At("2026-11");
        var read = Nothing.With(new ReportSections { Marketing = MarketingSection.Of(inputs, inputs.Book()) }, inputs).SourceCosts;

        Assert.Equal([new SourceCostReading("Fair", null, 40, 90), new SourceCostReading("Web", 300, 50, 300)], read);
    }

    private static InsightInputs Read(ReportSections sections) => Nothing.With(sections, new SectionWorld().At("2026-11"));

    private static Bridge Bridge(string comparison, decimal from) => new(comparison, "before", from, from + 13, 1, 2, 3, null, 4, 5, -2);

    private static CompanySection Company(Concentration top) => new()
    {
        Categories = [],
        Segments = [],
        Territories = [],
        Channels = [],
        TopCustomers = top,
        RevenuePerRep = Unknown,
        CostOverRevenue = Unknown,
        CostBasis = "paid",
        PriceRealisation = Unknown,
    };

    private static TeamRow Team(string id) => new()
    {
        Id = id,
        Name = id,
        Revenue = Unknown,
        Attainment = Unknown,
        AverageOrderValue = Unknown,
        GrossMargin = Unknown,
        WinRate = Unknown,
        PipelineCoverage = Unknown,
        QualifiedShare = Unknown,
        PhantomShare = Unknown,
        LeadFollowUpHours = Unknown,
    };

    private static CallListEntry Call(string id, string name, decimal atRisk) => new()
    {
        CustomerId = id,
        Name = name,
        Reasons = ["a"],
        DaysSinceLastOrder = 30,
        MedianInterval = 10,
        Base = atRisk,
        Last90Days = 0,
        RevenueAtRisk = atRisk,
        ExpectedReorder = new DateOnly(2026, 11, 1),
    };
}
