using System.Globalization;
using SalesReports.Calendar;

namespace SalesReports.Api;

/// <summary>Names as they stand in addresses, headers and answers.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Kinds { get; } = [PeriodKind.Weekly.Name(), PeriodKind.Monthly.Name()];

    public static IReadOnlyList<string> Roles { get; } = ["reader", "admin"];

    public static string Of(Role role) => role == Role.Admin ? "admin" : "reader";

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Such as <c>64 KiB</c>.</summary>
    public static string Bytes(long count) => count >= 1 << 20 ? $"{Of((int)(count >> 20))} MiB" : $"{Of((int)(count >> 10))} KiB";

    public static string WholeSeconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
