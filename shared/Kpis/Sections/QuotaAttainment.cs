namespace SalesReports.Kpis.Sections;

/// <summary>Revenue ÷ revenue target of a team or rep, both of the period; a week's target is spread over working days.</summary>
internal static class QuotaAttainment
{
    /// <param name="scope"><c>team:T</c> or <c>rep:R</c>.</param>
    public static decimal? TargetOf(SectionInputs inputs, string scope) => new TargetBook(inputs.Targets, scope, inputs.Holidays).For(new Revenue(), inputs.Period);

    /// <summary>Undefined without a target, and against one of zero.</summary>
    public static Figure Of(SectionInputs inputs, string scope, SaleSums sums) => TargetOf(inputs, scope) is { } target
        ? Figure.Ratio(sums.Net, target, sums.Orders, inputs.Settings, SaleReasons.NoTarget)
        : Figure.Undefined("ratio", SaleReasons.NoTarget, inputs.Settings) with { Numerator = sums.Net };
}
