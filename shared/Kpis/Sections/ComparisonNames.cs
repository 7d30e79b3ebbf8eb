namespace SalesReports.Kpis.Sections;

/// <summary>What a period is compared with, as report JSON names it. Source: metrics.md, rule 5.</summary>
internal static class ComparisonNames
{
    public const string PreviousPeriod = "previousPeriod";
    public const string SamePeriodLastYear = "samePeriodLastYear";
}
