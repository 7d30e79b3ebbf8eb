using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /reports: what has been built, newest first, page by page.</summary>
public sealed class ListReports
{
    private readonly Gate _gate;
    private readonly ReportStore _reports;
    private readonly BusinessZone _zone;
    private readonly TimeProvider _clock;

    public ListReports(Gate gate, ReportStore reports, BusinessZone zone, TimeProvider clock) =>
        (_gate, _reports, _zone, _clock) = (gate, reports, zone, clock);

    public Task<IResult> RunAsync(HttpRequest request) => _gate.AdmitAsync(request, Routes.List, async (caller, cancellationToken) =>
    {
        var query = new Query(request, Routes.List);
        var kind = PeriodKinds.TryParse(query.OneOf("kind", Words.Kinds), out var asked) ? asked : (PeriodKind?)null;
        var (from, to) = (query.Day("from"), query.Day("to"));
        if (from > to)
        {
            throw Query.Refused("from", Words.Of(from.Value), $"a day up to {Words.Of(to.Value)} (to)", [$"up to {Words.Of(to.Value)}"]);
        }

        var limit = query.Number("limit", 1, Routes.MostItems) ?? Routes.DefaultLimit;
        if (caller.Scope != ScopeName.Company)
        {
            throw new ProblemException(Problems.Forbidden($"The list is of the company's reports; this caller sees only {caller.Scope}."));
        }

        // A running period has no place here, even if somebody had one built.
        var today = _zone.Today(_clock);
        var page = await PageAsync(kind, from, to is { } day && day < today ? day : today, query.Text("cursor"), limit, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return Answers.Json(new ReportList([.. page.Items.Select(ReportItem.Of)], page.Cursor));
    });

    private async Task<ReportPage> PageAsync(PeriodKind? kind, DateOnly? from, DateOnly to, string? cursor, int take, CancellationToken cancellationToken)
    {
        if (cursor is { Length: 0 or > Routes.LongestCursor })
        {
            throw NotACursor(cursor);
        }

        try
        {
            return await _reports.ListAsync(kind, from, to, cursor, take, cancellationToken);
        }
        catch (FormatException) when (cursor is not null)
        {
            throw NotACursor(cursor);
        }
    }

    private static ProblemException NotACursor(string cursor) => Query.Refused("cursor", cursor, "what the previous page gave as cursor", ["cursor of the previous page"]);
}

public sealed record ReportList(IReadOnlyList<ReportItem> Items, string? Cursor);

/// <param name="End">First day after the period.</param>
public sealed record ReportItem(string Kind, string Period, DateOnly Start, DateOnly End, string Scope, int Revision, DateTimeOffset BuiltAt, ReportLinks Links)
{
    internal static ReportItem Of(StoredReport report)
    {
        var (kind, period) = (report.Period.Kind.Name(), report.Period);
        var address = $"{Routes.Prefix}{Routes.ReportsTemplate}/{kind}/{period.Name}";
        return new(kind, period.Name, period.Start, period.End, report.Scope, report.Revision, report.BuiltAt, new ReportLinks(address, address + "/document"));
    }
}

public sealed record ReportLinks(string Report, string Document);
