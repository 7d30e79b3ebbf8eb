using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>When a deal was expected to close, as a report's end saw it.</summary>
public static class ExpectedClose
{
    /// <summary>The deal's own day unless it was changed on or after the end; then the last one said before.</summary>
    public static DateOnly? AsOf(Opportunity deal, DateOnly end) => deal.ExpectedCloseHistory.Any(change => change.ChangedAt.Day >= end)
        ? deal.ExpectedCloseHistory.Where(change => change.ChangedAt.Day < end).OrderBy(change => change.ChangedAt).LastOrDefault()?.Value
        : deal.ExpectedClose;

    /// <summary>How often it was moved to a later day than the last one that was known; changes before the end count.</summary>
    public static int Pushes(Opportunity deal, DateOnly end)
    {
        var days = deal.ExpectedCloseHistory.Where(change => change.ChangedAt.Day < end).OrderBy(change => change.ChangedAt).Select(change => change.Value).OfType<DateOnly>().ToList();
        return days.Zip(days.Skip(1)).Count(pair => pair.Second > pair.First);
    }
}
