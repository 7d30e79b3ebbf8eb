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
    /// <summary>Kind of the daily alarm, as rows, ids and recipients name it.</summary>
    public const string VolumeAlarmKind = "volumeAlarm";

    private const string DayFormat = "yyyy-MM-dd";

    /// <returns>Such as <c>weekly-2026-W47-company-r1-3f9a0c…</c>.</returns>
    public static string Of(Period period, string scope, int revision, string recipientId) => Of(period.Kind.Name(), period.Name, scope, revision, recipientId);

    /// <param name="kind"><c>weekly</c>, <c>monthly</c> or <c>volumeAlarm</c>.</param>
    /// <param name="period">A period's name, or a day.</param>
    public static string Of(string kind, string period, string scope, int revision, string recipientId)
    {
        var person = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{recipientId}"));
        var place = string.Concat(scope.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{period}-{place}-r{revision}-{Convert.ToHexStringLower(person.AsSpan(0, 16))}");
    }

    /// <summary>The revision that a delivery was planned for; null when the text is no delivery's id.</summary>
    public static int? RevisionIn(string id) => Shape().Match(id) is { Success: true } match
        ? int.Parse(match.Groups["revision"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The period that a delivery is of; null when the text is no delivery's id.</summary>
    public static string? PeriodIn(string id) => Shape().Match(id) is { Success: true } match && IsPeriod(match.Groups["period"].Value) ? match.Groups["period"].Value : null;

    /// <summary>A week, a month or a day.</summary>
    internal static bool IsPeriod(string text) => Period.TryParse(text, out _) || TryDay(text, out _);

    internal static DateOnly StartOf(string period) => Period.TryParse(period, out var known)
        ? known.Start
        : TryDay(period, out var day) ? day : throw new FormatException($"'{period}' is no period such as 2026-W47, 2026-10 or 2026-11-24.");

    internal static string NameOf(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex("^(weekly|monthly|volumeAlarm)-(?<period>[0-9]{4}-(W?[0-9]{2}|[0-9]{2}-[0-9]{2}))-[A-Za-z0-9_]{1,200}-r(?<revision>[0-9]{1,6})-[0-9a-f]{32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
