using System.Globalization;
using SalesReports.Calendar;

namespace SalesReports.Api;

/// <summary>Names as they stand in addresses, headers and answers.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Kinds { get; } = [Of(PeriodKind.Weekly), Of(PeriodKind.Monthly)];

    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Weekly => "weekly",
        PeriodKind.Monthly => "monthly",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A period is weekly or monthly."),
    };

    public static string Of(Role role) => role == Role.Admin ? "admin" : "reader";

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string WholeSeconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
