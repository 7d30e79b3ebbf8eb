using SalesReports.Kpis.Sections.Deals;

namespace SalesReports.Kpis.Sections.Qualification;

/// <summary>
/// How sure the open deals are at the period's end. Amounts in the reporting currency at the rate of the creation day.
/// Source: metrics.md, 8.
/// </summary>
/// <param name="SharePhantom">Phantom ÷ open amount; null when nothing is open.</param>
/// <param name="Qualified">All three of the following.</param>
/// <param name="WithoutAmount">Open deals whose amount is not known or cannot be converted: counted, in no amount.</param>
/// <param name="LeftOut">Deals without a known day of creation, closing or removal: nobody can say whether they were open.</param>
/// <param name="Phantoms">The largest amount first.</param>
public sealed record QualificationSection(
    int OpenCount,
    decimal OpenAmount,
    int PhantomCount,
    decimal PhantomAmount,
    decimal? SharePhantom,
    OpenDealSum Qualified,
    OpenDealSum BudgetConfirmed,
    OpenDealSum DecisionMakerIdentified,
    OpenDealSum DecisionDateKnown,
    int WithoutAmount,
    int LeftOut,
    IReadOnlyList<PhantomDeal> Phantoms)
{
    public static SectionResult<QualificationSection> Of(SectionInputs inputs, DealBook deals)
    {
        if (deals.All.Count == 0)
        {
            return SectionResult.Undefined<QualificationSection>(DealReasons.NoDeals);
        }

        var open = deals.Open.ToList();
        var amount = open.Sum(life => life.Amount ?? 0);
        var phantoms = open.Where(life => deals.ReasonsOf(life).Count > 0).ToList();
        var phantom = Sum(phantoms);
        return SectionResult.Of(new QualificationSection(
            open.Count, amount, phantom.Count, phantom.Amount, phantom.Share,
            Sum(open.Where(life => Deals.Qualified.Of(life.Deal) == true)),
            Sum(open.Where(life => life.Deal.BudgetConfirmed == true)),
            Sum(open.Where(life => life.Deal.DecisionMakerIdentified == true)),
            Sum(open.Where(life => life.Deal.DecisionDate is not null)),
            open.Count(life => life.Amount is null),
            deals.All.Count(life => life.Events is null),
            Listed(phantoms, deals, inputs)));

        OpenDealSum Sum(IEnumerable<DealLife> some) => OpenDealSum.Of(some, amount);
    }

    /// <summary>Among equal amounts shorter ids come first, so that P2 stands before P10.</summary>
    private static List<PhantomDeal> Listed(List<DealLife> phantoms, DealBook deals, SectionInputs inputs) =>
    [
        .. phantoms.OrderByDescending(life => life.Amount ?? 0).ThenBy(life => life.Deal.Id.Length).ThenBy(life => life.Deal.Id, StringComparer.Ordinal).Select(life => new PhantomDeal(
            life.Deal.Id,
            life.Deal.Name,
            life.Deal.CustomerId,
            life.Deal.CustomerId is { } customer ? inputs.Customers.GetValueOrDefault(customer)?.Name : null,
            life.Deal.RepId,
            life.Deal.RepId is { } rep ? inputs.Reps.GetValueOrDefault(rep)?.Name : null,
            deals.StageOf(life).Name,
            life.Amount,
            deals.ReasonsOf(life))),
    ];
}
