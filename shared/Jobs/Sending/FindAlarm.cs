using SalesReports.Kpis.Alarms;

namespace SalesReports.Jobs;

/// <summary>The volume alarm of a day, from stored rollups.</summary>
public sealed class FindAlarm(ReportReader reader)
{
    /// <param name="since">The day of the look before.</param>
    /// <param name="scope"><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</param>
    public async Task<VolumeAlarm> RunAsync(DateOnly day, DateOnly since, string scope, CancellationToken cancellationToken)
    {
        var from = VolumeAlarm.NeedsFrom(since);
        return VolumeAlarm.Of(await reader.ReadSeriesAsync(from, day.AddDays(1), from, scope, cancellationToken), day, since);
    }
}
