using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Forecast;

/// <summary>Companies that sold a given amount in each month up to a last one.</summary>
internal static class MonthlyRevenue
{
    private static readonly Period Last = Period.MonthOf(new DateOnly(2026, 11, 1));

    public static SectionInputs Inputs(IReadOnlyList<decimal> months, params IEnumerable<Fact> more) => new SectionWorld(
        [
            .. months.Select((value, index) => Made.Order($"O{index}", Last.Back(months.Count - 1 - index).Start.AddDays(4).ToString("O", System.Globalization.CultureInfo.InvariantCulture), "C", value)),
            .. more,
        ]).At(Last.Name);

    public static ForecastSection? Section(IReadOnlyList<decimal> months, params IEnumerable<Fact> more)
    {
        var inputs = Inputs(months, more);
        return ForecastSection.Of(inputs, inputs.Book()).Section;
    }

    public static MonthlySeries Series(IReadOnlyList<decimal> months) => new(Last.Back(months.Count - 1), [.. months.Select(month => (double)month)]);
}
