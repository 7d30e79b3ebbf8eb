using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Local.Options;

namespace SalesReports.Local.Job;

/// <summary>Which periods a run builds.</summary>
internal static class PeriodChoice
{
    /// <summary>
    /// The week or month asked for; else the last complete ones of each kind, oldest first, that end by the day after the
    /// last business and, as a running period cannot be reported on, by today.
    /// </summary>
    /// <param name="lastDay">Last day with an order or a closed deal; null when there is none.</param>
    /// <exception cref="RunException">There is no business to choose by.</exception>
    public static IReadOnlyList<Period> Of(LocalOptions options, DateOnly? lastDay, DateOnly today)
    {
        if ((options.Week ?? options.Month) is not null)
        {
            return new[] { options.Week, options.Month }.OfType<Period>().ToList();
        }

        if (lastDay is not { } last)
        {
            throw new RunException("There is no order and no closed deal in the data, so there is no period to report on; name one with --week or --month.");
        }

        var until = last < today ? last.AddDays(1) : today;
        return (from kind in Enum.GetValues<PeriodKind>()
                from back in Enumerable.Range(0, options.History).Reverse()
                select Period.LastCompleteBy(kind, until).Back(back)).ToList();
    }

    /// <summary>A period that nobody named may lie before the data; one that was named may not.</summary>
    public static bool WereNamed(LocalOptions options) => (options.Week ?? options.Month) is not null;

    public static string Describe(Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"{(period.Kind == PeriodKind.Weekly ? "week" : "month")} {period.Name}");
}
