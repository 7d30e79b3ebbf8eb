using SalesReports.Calendar;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>The stored report that an address means.</summary>
internal sealed class ReportFinder(ReportStore reports, BusinessZone zone, TimeProvider clock)
{
    private const string Latest = "latest";

    /// <exception cref="ProblemException">The address is malformed, or there is no such report.</exception>
    public async Task<StoredReport> FindAsync(string kindText, string periodText, Query query, ApiKey key, CancellationToken cancellationToken)
    {
        var kind = KindOf(kindText);
        var asked = periodText == Latest ? null : PeriodOf(periodText, kind);
        var revision = query.Number("revision", 1, int.MaxValue);
        var scope = ReportScope.Of(key, query.Text("scope"));

        var latest = await reports.LatestPeriodAsync(kind, scope, cancellationToken);
        var period = asked ?? latest ?? throw NotBuilt($"No {kindText} report has been built yet for {scope}.", latest: null);
        if (period.End > zone.Today(clock))
        {
            throw NotBuilt($"{period.Name} is not over: it ends on {Words.Of(period.LastDay)}.", latest);
        }

        return await reports.FindAsync(period, scope, revision, cancellationToken)
            ?? throw await MissingAsync(period, scope, revision, latest, cancellationToken);
    }

    public static PeriodKind KindOf(string text) => text switch
    {
        "weekly" => PeriodKind.Weekly,
        "monthly" => PeriodKind.Monthly,
        _ => throw Query.Refused("kind", text, "weekly or monthly", Words.Kinds),
    };

    private static Period PeriodOf(string text, PeriodKind kind)
    {
        var example = kind == PeriodKind.Weekly ? "2026-W47" : "2026-10";
        return Period.TryParse(text, out var period) && period.Kind == kind
            ? period
            : throw Query.Refused("period", text, $"for {Words.Of(kind)} reports {example} or latest", [example, Latest]);
    }

    private async Task<ProblemException> MissingAsync(Period period, string scope, int? revision, Period? latest, CancellationToken cancellationToken)
    {
        if (revision is { } number && await reports.FindAsync(period, scope, revision: null, cancellationToken) is { } there)
        {
            return NotBuilt($"The report of {period.Name} has no revision {Words.Of(number)}; its latest is {Words.Of(there.Revision)}.", latest);
        }

        return NotBuilt(latest is null
            ? $"No {Words.Of(period.Kind)} report has been built yet for {scope}."
            : $"The report of {period.Name} has not been built for {scope}; the latest is {latest.Name}.", latest);
    }

    private static ProblemException NotBuilt(string detail, Period? latest) => new(Problems.NotAvailable(detail, latest?.Name));
}
