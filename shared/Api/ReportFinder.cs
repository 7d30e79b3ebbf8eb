using SalesReports.Calendar;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>The stored report that an address means.</summary>
internal sealed class ReportFinder(ServedReports reports, BusinessZone zone, TimeProvider clock)
{
    /// <exception cref="ProblemException">The address is malformed, or there is no such report.</exception>
    public async Task<StoredReport> FindAsync(string kindText, string periodText, Query query, Caller caller, CancellationToken cancellationToken)
    {
        var kind = PeriodQuery.KindOf(kindText);
        var asked = periodText == PeriodQuery.Latest ? null : PeriodQuery.PeriodOf(periodText, kind);
        var revision = query.Number("revision", 1, int.MaxValue);
        var scope = ReportScope.Of(caller, query.Text("scope"));

        var period = asked
            ?? await reports.LatestPeriodAsync(kind, scope, cancellationToken)
            ?? throw NotBuilt($"No {kind.Name()} report has been built yet for {scope}.", latest: null);
        var found = period.End > zone.Today(clock) ? null : await reports.FindAsync(period, scope, revision, cancellationToken);
        return found ?? throw await MissingAsync(period, scope, revision, cancellationToken);
    }

    private async Task<ProblemException> MissingAsync(Period period, string scope, int? revision, CancellationToken cancellationToken)
    {
        var latest = await reports.LatestPeriodAsync(period.Kind, scope, cancellationToken);
        if (period.End > zone.Today(clock))
        {
            return NotBuilt($"{period.Name} is not over: its last day is {Words.Of(period.LastDay)}.", latest);
        }

        if (revision is { } number && await reports.FindAsync(period, scope, revision: null, cancellationToken) is { } there)
        {
            return NotBuilt($"The report of {period.Name} has no revision {Words.Of(number)}; its latest is {Words.Of(there.Revision)}.", latest);
        }

        return NotBuilt(latest is null
            ? $"No {period.Kind.Name()} report has been built yet for {scope}."
            : $"The report of {period.Name} has not been built for {scope}; the latest is {latest.Name}.", latest);
    }

    private static ProblemException NotBuilt(string detail, Period? latest) => new(Problems.NotAvailable(detail, latest?.Name));
}
