using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>
/// Names one delivery: a report's revision to one person. Stable, so that a repeated send is recognised; holds no address, so that
/// it can stand in logs and file names.
/// </summary>
public static partial class DeliveryId
{
    /// <returns>Such as <c>weekly-2026-W47-company-r1-3f9a0c…</c>.</returns>
    public static string Of(Period period, string scope, int revision, string recipientId)
    {
        var person = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{recipientId}"));
        var place = string.Concat(scope.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return string.Create(CultureInfo.InvariantCulture, $"{period.Kind.Name()}-{period.Name}-{place}-r{revision}-{Convert.ToHexStringLower(person.AsSpan(0, 16))}");
    }

    /// <summary>The revision that a delivery was planned for; null when the text is no delivery's id.</summary>
    public static int? RevisionIn(string id) => Shape().Match(id) is { Success: true } match
        ? int.Parse(match.Groups["revision"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex("^(weekly|monthly)-[0-9W-]{7,8}-[A-Za-z0-9_]{1,200}-r(?<revision>[0-9]{1,6})-[0-9a-f]{32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
