using SalesReports.Calendar;

namespace SalesReports.Api;

/// <summary>Reads which period an address means.</summary>
internal static class PeriodQuery
{
    public const string Latest = "latest";

    public static PeriodKind KindOf(string text) => PeriodKinds.TryParse(text, out var kind)
        ? kind
        : throw Query.Refused("kind", text, "weekly or monthly", Words.Kinds);

    public static Period PeriodOf(string text, PeriodKind kind)
    {
        var example = kind == PeriodKind.Weekly ? "2026-W47" : "2026-10";
        return Period.TryParse(text, out var period) && period.Kind == kind
            ? period
            : throw Query.Refused("period", text, $"for {kind.Name()} reports {example} or latest", [example, Latest]);
    }

    /// <summary>A period whose last day has passed; <c>latest</c> is the last of them.</summary>
    public static Period Over(string kindText, string periodText, DateOnly today)
    {
        var kind = KindOf(kindText);
        var period = periodText == Latest ? Period.LastCompleteBy(kind, today) : PeriodOf(periodText, kind);
        return period.End <= today
            ? period
            : throw new ProblemException(Problems.NotAvailable($"{period.Name} is not over: its last day is {Words.Of(period.LastDay)}.", Period.LastCompleteBy(kind, today).Name));
    }
}
