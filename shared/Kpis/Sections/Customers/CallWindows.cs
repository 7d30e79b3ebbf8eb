using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Sections.Customers;

/// <summary>The days the call list looks at; each <c>[start, end)</c>. Source: metrics.md, monthly report 10 and settled readings.</summary>
/// <param name="End">The report's end.</param>
internal sealed record CallWindows(DateOnly End)
{
    private const int Days = 90;

    /// <summary>52 weeks: the same weekdays a year earlier.</summary>
    private const int YearOfWeeks = 364;

    public DateOnly YearStart => End.AddYears(-1);

    public DateOnly RecentStart => End.AddDays(-Days);

    public DateOnly BaseStart => RecentStart.AddDays(-YearOfWeeks);

    public DateOnly BaseEnd => End.AddDays(-YearOfWeeks);

    /// <summary>The first day that is looked at.</summary>
    public DateOnly Start => BaseStart < YearStart ? BaseStart : YearStart;

    public bool IsInYear(Sale sale) => sale.Day >= YearStart;

    public bool IsRecent(Sale sale) => sale.Day >= RecentStart;

    public bool IsInBase(Sale sale) => sale.Day >= BaseStart && sale.Day < BaseEnd;

    /// <summary>What 90 days of a year's revenue come to, where there is no base.</summary>
    public static decimal OfYear(decimal yearRevenue) => yearRevenue * Days / 365;
}
