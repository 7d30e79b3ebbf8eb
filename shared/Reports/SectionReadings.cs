using SalesReports.Insights;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Bridges;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.Teams;

namespace SalesReports.Reports;

/// <summary>What the sections say that is worth a rule. A section that is undefined or not in the report says nothing. Source: metrics.md, insights.</summary>
internal static class SectionReadings
{
    private const int MonthsOfCost = 3;

    public static InsightInputs With(this InsightInputs insights, ReportSections sections, SectionInputs data) => insights with
    {
        RevenueParts = (sections.Bridge?.Section ?? sections.Bridges?.Section?.Revenue.FirstOrDefault(bridge => bridge?.Comparison == ComparisonNames.PreviousPeriod)) is { } bridge ? Parts(bridge) : null,
        MarginAlarm = sections.MarginAlarm?.Section is { Fires: true } alarm ? Alarm(alarm) : null,
        Concentration = sections.Company?.Section is { } company ? Concentrated(company.TopCustomers) : [],
        PipelineCoverage = [.. (sections.Teams?.Section?.Teams ?? []).Where(team => team.PipelineCoverage is { Value: not null, Numerator: not null, Denominator: not null }).Select(Coverage)],
        SourceCosts = sections.Marketing?.Section is { } marketing ? Costs(marketing, data) : [],
        CallList = sections.Customers?.Section is { } customers ? CallList(customers) : null,
    };

    private static RevenueParts Parts(Bridge bridge) => new(bridge.From, bridge.To, bridge.Volume, bridge.Mix, bridge.Price, bridge.New, bridge.Lost, bridge.Other);

    /// <summary>An alarm that fires has all of its figures, and revenue before that is above zero.</summary>
    private static MarginAlarmReading Alarm(MarginAlarmSection alarm) => new(
        (alarm.Now.Revenue!.Value - alarm.Then.Revenue!.Value) / alarm.Then.Revenue.Value,
        alarm.Now.GrossMargin!.Value - alarm.Then.GrossMargin!.Value,
        alarm.Now.PriceRealisation!.Value - alarm.Then.PriceRealisation!.Value,
        alarm.Named.Reps.Sum(rep => rep.Value),
        [.. alarm.Named.Reps.Select(rep => rep.Name)]);

    /// <summary>The largest of a handful of customers hold much by nature: there must be twice as many in all.</summary>
    private static IReadOnlyList<ConcentrationReading> Concentrated(Concentration top) =>
    [
        .. new (int Customers, Figure Figure)[] { (1, top.Top1), (5, top.Top5), (10, top.Top10) }
            .Where(one => one.Figure is { Value: not null, Numerator: not null } && one.Figure.N >= 2 * one.Customers)
            .Select(one => new ConcentrationReading(one.Customers, one.Figure.Value!.Value, one.Figure.Numerator!.Value)),
    ];

    private static CoverageReading Coverage(TeamRow team) =>
        new(team.Name, team.PipelineCoverage.Value!.Value, team.PipelineCoverage.Denominator!.Value - team.PipelineCoverage.Numerator!.Value);

    /// <summary>The cost of each source that was paid for, beside what it was three months earlier.</summary>
    private static IReadOnlyList<SourceCostReading> Costs(MarketingSection marketing, SectionInputs data)
    {
        var earlier = data with { Period = data.Period.Back(MonthsOfCost) };
        var before = (MarketingSection.Of(earlier, DealBook.Of(earlier)).Section?.PaidCacBySource ?? []).ToDictionary(row => row.Source, StringComparer.Ordinal);
        return
        [
            .. from row in marketing.PaidCacBySource
               where row.Spend > 0
               let then = before.GetValueOrDefault(row.Source)?.Value
               where then is not null
               select new SourceCostReading(row.Source, row.Value, then.Value, row.Spend!.Value),
        ];
    }

    private static CallListReading? CallList(CustomersSection customers)
    {
        var important = customers.Abc.Where(customer => customer.Class == "A").Select(customer => customer.Id).ToHashSet(StringComparer.Ordinal);
        var calls = customers.CallList.Where(entry => important.Contains(entry.CustomerId) && entry.RevenueAtRisk > 0).ToList();
        return calls.Count == 0 ? null : new CallListReading(calls.Count, calls.Sum(entry => entry.RevenueAtRisk), calls[0].Name);
    }
}
