using SalesReports.Measures;

namespace SalesReports.Kpis.Sections;

/// <summary>Revenue ÷ revenue target of a team or rep, both of the period; a week's target is spread over working days.</summary>
internal static class QuotaAttainment
{
    /// <param name="scope"><c>team:T</c> or <c>rep:R</c>.</param>
    public static decimal? TargetOf(SectionInputs inputs, string scope) => new TargetBook(inputs.Targets, scope, inputs.Holidays).For(new Revenue(), inputs.Period);

    /// <summary>Undefined without a target, against one of zero, before the first order fact, and where no order could be converted.</summary>
    public static Figure Of(SectionInputs inputs, string scope, SaleSums sums) => (TargetOf(inputs, scope), sums.KnownNet) switch
    {
        (null, _) => Figure.Undefined("ratio", SaleReasons.NoTarget, inputs.Settings) with { Numerator = sums.KnownNet },
        _ when !(inputs.History.OrdersBegan < inputs.Period.End) => Figure.Undefined("ratio", Reason.BeforeData, inputs.Settings),
        (_, null) => Figure.Undefined("ratio", Reason.NoRate, inputs.Settings) with { Coverage = 0 },
        ({ } target, { } net) => Figure.Ratio(net, target, sums.Orders, inputs.Settings, SaleReasons.NoTarget, sums.RateCoverage, Reason.NoRate),
    };
}
