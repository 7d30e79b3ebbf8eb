using System.Globalization;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>What a link to the online report opens: one revision in one scope, for one recipient, for some time.</summary>
/// <param name="Expires">Opens nothing from this instant on.</param>
public sealed record ReportLink(string RecipientId, Period Period, string Scope, int Revision, DateTimeOffset Expires)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Mark = "report";

    internal string Said => string.Create(CultureInfo.InvariantCulture, $"{Mark}\n{RecipientId}\n{Period.Name}\n{Scope}\n{Revision}\n{Expires.ToUnixTimeSeconds()}");

    internal static ReportLink? Read(string? said) =>
        said?.Split('\n') is [Mark, var recipient, var name, var scope, var revision, var expires]
        && Period.TryParse(name, out var period)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new ReportLink(recipient, period, scope, number, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}
