using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>The leads of one source created in one month, and what became of them by the report's end. Source: metrics.md, 9.</summary>
/// <param name="Month">Month of creation, such as <c>2026-07</c>.</param>
/// <param name="Qualified">Converted ones included.</param>
/// <param name="Conversion">Converted ÷ leads.</param>
/// <param name="Interval">95 % of it.</param>
/// <param name="AgeDays">Report end − end of the month.</param>
/// <param name="Mature">At least <see cref="MatureDays"/> days old.</param>
public sealed record Cohort(
    string Source,
    [property: System.Text.Json.Serialization.JsonPropertyName("cohort")] string Month,
    int Leads, int Qualified, int Converted, decimal Conversion, Interval? Interval, bool SmallSample, int AgeDays, bool Mature)
{
    public const int MatureDays = 90;

    /// <summary>Cohorts are listed for this many months, the report's own being the last.</summary>
    public const int Months = 12;

    /// <summary>By source, then month.</summary>
    public static IReadOnlyList<Cohort> Of(SectionInputs inputs)
    {
        var end = inputs.Period.End;
        return
        [
            .. inputs.Leads.Where(lead => !lead.Deleted && lead.CreatedAt.Day >= end.AddMonths(-Months) && lead.CreatedAt.Day < end)
                .GroupBy(lead => (lead.LeadSource, Month: Period.MonthOf(lead.CreatedAt.Day)))
                .OrderBy(leads => leads.Key.LeadSource, StringComparer.Ordinal).ThenBy(leads => leads.Key.Month.Start)
                .Select(leads => Of(leads.Key.LeadSource, leads.Key.Month, [.. leads], inputs)),
        ];
    }

    private static Cohort Of(string source, Period month, List<Lead> leads, SectionInputs inputs)
    {
        var end = inputs.Period.End;
        var converted = leads.Count(lead => LeadStates.IsConverted(lead, end));
        var age = end.DayNumber - month.End.DayNumber;
        return new Cohort(
            source, month.Name, leads.Count, leads.Count(lead => LeadStates.IsQualified(lead, end)), converted, (decimal)converted / leads.Count,
            Statistics.Wilson(converted, leads.Count), leads.Count < inputs.Settings.MinimumSample, age, age >= MatureDays);
    }
}
