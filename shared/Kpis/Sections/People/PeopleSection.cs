using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.People;

/// <summary>Each rep by name, and the bonus simulation when it is switched on. Source: metrics.md, monthly report 6.</summary>
/// <param name="People">Those of the master data, those who sold and those with deals in the month, ordinal by id.</param>
/// <param name="BonusSimulation">Null unless enabled. A simulation, never a payroll figure.</param>
public sealed record PeopleSection(IReadOnlyList<PersonRow> People, BonusSimulation? BonusSimulation)
{
    /// <summary>Undefined when no rep is known and nothing belongs to one.</summary>
    public static SectionResult<PeopleSection> Of(SectionInputs inputs)
    {
        var sales = inputs.Sales.AllBetween(inputs.Period.Start, inputs.Period.End).ToLookup(inputs.SellerOf, StringComparer.Ordinal);
        var deals = inputs.Deals.Where(deal => !deal.Deleted).ToLookup(deal => deal.RepId, StringComparer.Ordinal);
        var active = deals.Where(own => own.Any(deal => IsInMonth(inputs, deal.CreatedAt?.Day) || IsInMonth(inputs, deal.ClosedAt?.Day))).Select(own => own.Key);
        var reps = inputs.RepsInScope(sales.Select(own => own.Key).Concat(active).OfType<string>());
        return reps.Count == 0
            ? SectionResult.Undefined<PeopleSection>(SaleReasons.NobodySells)
            : SectionResult.Of(new PeopleSection(
                [.. reps.Select(rep => Row(inputs, rep, sales[rep], [.. deals[rep]]))],
                inputs.Settings.Bonus.Enabled ? BonusSimulation.Of(inputs, reps) : null));
    }

    private static PersonRow Row(SectionInputs inputs, string rep, IEnumerable<Sale> sales, IReadOnlyCollection<Opportunity> deals)
    {
        var (settings, sums) = (inputs.Settings, SaleSums.Of(sales));
        var closed = deals.Where(deal => deal.Outcome is Outcome.Won or Outcome.Lost && IsInMonth(inputs, deal.ClosedAt?.Day)).ToList();
        var won = closed.Where(deal => deal.Outcome == Outcome.Won).ToList();
        return new PersonRow
        {
            Id = rep,
            Name = inputs.RepName(rep),
            Team = inputs.TeamOf(rep),
            OpportunitiesCreated = deals.Count(deal => IsInMonth(inputs, deal.CreatedAt?.Day)),
            WinRate = Figure.Rate(won.Count, closed.Count, settings, Reason.NothingClosed),
            AverageOrderValue = sums.AverageOrderFigure(settings),
            SalesCycle = Figure.Of(new Kpis.SalesCycle(), Kpis.SalesCycle.Of(won), settings),
            DiscountGiven = sums.DiscountFigure(settings),
            Revenue = sums.RevenueFigure(inputs),
            GrossMargin = sums.MarginFigure(settings),
            Attainment = QuotaAttainment.Of(inputs, ScopeName.OfRep(rep), sums),
        };
    }

    private static bool IsInMonth(SectionInputs inputs, DateOnly? day) => day is { } known && inputs.Period.Contains(known);
}
