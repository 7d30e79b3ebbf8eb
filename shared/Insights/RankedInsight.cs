namespace SalesReports.Insights;

/// <param name="Money">What it is about in the reporting currency, only to rank by; zero when no amount belongs to it.</param>
internal sealed record RankedInsight(Insight Insight, decimal Money);
