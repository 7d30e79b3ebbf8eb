using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>
/// Holds a report that is due until its sources were pulled past the period's end. After <see cref="ScheduleOptions.LatestSend"/> it
/// goes without the late ones, which it names, unless one of them is a source it must not go without. Such a source that was
/// pulled and gave nothing at all holds it too. Source: delivery.md.
/// </summary>
public sealed partial class ReadinessGate(
    SourceLedger ledger, IEnumerable<ISource> sources, RollupStore rollups, DetailStore details, BusinessZone zone, ScheduleOptions schedule, TimeProvider clock, ILogger<ReadinessGate> logger)
{
    /// <summary>What comes day by day; a source of master data alone has no days to miss.</summary>
    private static readonly FactKind[] Dated = [FactKind.Orders, FactKind.Opportunities, FactKind.Leads, FactKind.Quotes, FactKind.Spend];

    public async Task<bool> IsClosedAsync(DueReport due, CancellationToken cancellationToken)
    {
        var (late, silent) = (await LateAsync(due.Period.End, cancellationToken), await SilentAsync(due.Period, cancellationToken));
        var isClosed = silent.Count > 0 || IsClosed(late, clock.GetUtcNow() - due.At, schedule);
        if (isClosed)
        {
            LogHeld(due.Period.Name, string.Join(", ", late.Union(silent, StringComparer.Ordinal)));
        }

        return isClosed;
    }

    /// <summary>Sources that are waited for and were not pulled past the start of <paramref name="end"/>; ordered by name.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(DateOnly end, CancellationToken cancellationToken)
    {
        var pulled = (await ledger.ReadAsync(cancellationToken)).ToDictionary(source => source.Name, source => source.PulledThrough, StringComparer.Ordinal);
        var moment = zone.StartOf(end);
        return [.. sources.Select(source => source.Name).Union(pulled.Keys, StringComparer.Ordinal)
            .Where(name => !schedule.OptionalSources.Contains(name) && !(pulled.GetValueOrDefault(name) >= moment))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Sources that a report must not go without and that gave no fact of the period; ordered by name.</summary>
    public async Task<IReadOnlyList<string>> SilentAsync(Period period, CancellationToken cancellationToken)
    {
        var held = schedule.HeldSources.Count == 0
            ? []
            : (await ledger.ReadAsync(cancellationToken)).Where(source => schedule.HeldSources.Contains(source.Name) && source.Kinds.Intersect(Dated).Any()).ToList();
        if (held.Count == 0)
        {
            return [];
        }

        var days = await rollups.ReadAsync(period.Start, period.LastDay, cancellationToken);
        var funnel = await details.ReadFunnelAsync(period.Start, period.LastDay, cancellationToken);
        var gave = SourceVolume.Of(period, ReportRows.SourceDays(
            days.Select(day => day.Rollup), funnel.SelectMany(day => day.Content.Leads).Select(lead => lead.Fact), funnel.SelectMany(day => day.Content.Quotes).Select(quote => quote.Fact)));
        return [.. held.Select(source => source.Name).Except(gave.Where(volume => volume.Facts > 0).Select(volume => volume.Source), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Pure: late sources close it at first, and afterwards only those that it must not go without.</summary>
    internal static bool IsClosed(IReadOnlyList<string> late, TimeSpan sinceDue, ScheduleOptions schedule) =>
        sinceDue < schedule.LatestSend ? late.Count > 0 : late.Any(schedule.HeldSources.Contains);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} is due and waits for {Sources}")]
    private partial void LogHeld(string period, string sources);
}
