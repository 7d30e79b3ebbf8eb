using SalesReports.Calendar;

namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>Revenue of whole months without a gap, oldest first; the last is the report's.</summary>
/// <param name="First">Month of the first value.</param>
public sealed record MonthlySeries(Period First, IReadOnlyList<double> Values)
{
    /// <summary>A report looks three years back. Source: decisions.md, the report's window is fixed.</summary>
    public const int MaximumMonths = 36;

    /// <summary>A first month whose orders began later than this is not a whole one.</summary>
    private const int LatestBegin = 7;

    private static readonly Revenue Metric = new();

    public static MonthlySeries Of(SectionInputs inputs)
    {
        var values = new List<double>();
        var month = inputs.Period;
        while (values.Count < MaximumMonths && IsWhole(month, inputs) && ValueOf(month, inputs) is { } value)
        {
            values.Insert(0, (double)value);
            month = month.Back(1);
        }

        return new MonthlySeries(month.Back(-1), values);
    }

    /// <summary>Revenue of a month; null when it is undefined.</summary>
    public static decimal? ValueOf(Period month, SectionInputs inputs) => Metric.For(inputs.History, month, inputs.Settings).Value;

    private static bool IsWhole(Period month, SectionInputs inputs) => inputs.History.OrdersBegan < month.Start.AddDays(LatestBegin);
}
