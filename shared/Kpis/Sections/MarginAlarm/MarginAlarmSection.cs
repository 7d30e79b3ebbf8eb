using SalesReports.Calendar;

namespace SalesReports.Kpis.Sections.MarginAlarm;

/// <summary>
/// Revenue bought with discounts: fires when revenue is up 5.0 % or more, gross margin down by 1.0 point or more and price
/// realisation lower, all against the same month last year, else the previous month. Source: metrics.md, monthly report 3.
/// </summary>
/// <param name="Comparison"><c>samePeriodLastYear</c> when that month has an order, else <c>previousPeriod</c>.</param>
/// <param name="ExtraDiscount">Whether it fires or not.</param>
/// <param name="Named">Who and what stands behind it; empty unless it fires.</param>
public sealed record MarginAlarmSection(
    bool Fires, string Comparison, string ComparisonPeriod, AlarmFigures Now, AlarmFigures Then, ExtraDiscounts ExtraDiscount, NamedDiscounts Named)
{
    private const decimal RevenueUp = 1.05m;
    private const decimal MarginDown = 0.01m;

    /// <summary>Undefined when neither month has an order.</summary>
    public static SectionResult<MarginAlarmSection> Of(SectionInputs inputs)
    {
        var (lastYear, previous) = (inputs.Period.SamePeriodLastYear(), inputs.Period.Back(1));
        var (name, period) = HasSales(inputs, lastYear) ? (ComparisonNames.SamePeriodLastYear, lastYear) : (ComparisonNames.PreviousPeriod, previous);
        if (!HasSales(inputs, period))
        {
            return SectionResult.Undefined<MarginAlarmSection>(SaleReasons.NothingToCompare);
        }

        var (now, then) = (AlarmFigures.Of(inputs, inputs.Period), AlarmFigures.Of(inputs, period));
        var fires = IsAlarming(now, then);
        var discounts = ExtraDiscounts.Of(inputs);
        return SectionResult.Of(new MarginAlarmSection(fires, name, period.Name, now, then, discounts, fires ? NamedDiscounts.Of(discounts) : NamedDiscounts.Nobody));
    }

    /// <summary>Compares unrounded values; a comparison without positive revenue, margin or list price never fires.</summary>
    private static bool IsAlarming(AlarmFigures now, AlarmFigures then) =>
        then.Revenue > 0 && now.Revenue >= then.Revenue * RevenueUp
        && now.GrossMargin <= then.GrossMargin - MarginDown
        && now.PriceRealisation < then.PriceRealisation;

    private static bool HasSales(SectionInputs inputs, Period period) => inputs.Sales.AllBetween(period.Start, period.End).Any();
}

/// <param name="Revenue">Null when no order of the month could be converted.</param>
/// <param name="GrossMargin">Null when undefined.</param>
/// <param name="PriceRealisation">Σ net ÷ Σ list over lines with a list price; null when there are none.</param>
public sealed record AlarmFigures(decimal? Revenue, decimal? GrossMargin, decimal? PriceRealisation)
{
    internal static AlarmFigures Of(SectionInputs inputs, Period period)
    {
        var sums = SaleSums.Of(inputs.Sales.AllBetween(period.Start, period.End));
        return new AlarmFigures(sums.KnownNet, Kpis.GrossMargin.Of(sums.Margin).Value, sums.PriceRealisation);
    }
}
