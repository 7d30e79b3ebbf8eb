using Microsoft.Extensions.Logging;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>
/// The daily volume alarm to account owners: what fell is stored once for each scope that somebody gets, then the plan, then rows and
/// messages as for reports, so that it reaches everybody once however often it is tried. A day without anything to tell has an
/// empty plan. One whose sources are late is left to the next day: half a day's orders would look like a fall.
/// </summary>
public sealed partial class SendAlarms(
    SendingRules rules, ReadinessGate gate, FindAlarm find, AlarmStore alarms, Recipients recipients, DeliveryPlans plans, PlanDeliveries deliveries, TimeProvider clock, ILogger<SendAlarms> logger)
{
    /// <summary>A look longer ago is no look: what fell before it is on the month's call list.</summary>
    private const int DaysBack = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await rules.WaitingAlarmAsync(cancellationToken) is not { } due)
        {
            return;
        }

        var plan = await plans.FindAsync(DeliveryId.VolumeAlarmKind, DeliveryId.NameOf(due.Day), cancellationToken) ?? await PlanAsync(due, cancellationToken);
        if (plan is not null)
        {
            await deliveries.FollowAsync(plan, cancellationToken);
        }
    }

    /// <returns>Null while sources are late, and when nobody wants an alarm.</returns>
    private async Task<DeliveryPlan?> PlanAsync(DueAlarm due, CancellationToken cancellationToken)
    {
        var people = (await recipients.AllAsync(cancellationToken)).Where(person => SendingRules.Gets(person, due)).OrderBy(person => person.Id, StringComparer.Ordinal).ToList();
        if (people.Count == 0)
        {
            return null;
        }

        if (await gate.LateAsync(due.Day.AddDays(1), cancellationToken) is { Count: > 0 } late)
        {
            LogHeld(due.Day, string.Join(", ", late));
            return null;
        }

        var (since, told) = (await LastLookAsync(due.Day, cancellationToken), new HashSet<string>(StringComparer.Ordinal));
        foreach (var scope in people.Select(person => person.Scope).Distinct(StringComparer.Ordinal))
        {
            // What one who died had found is not looked for again: many scopes may take longer than one try.
            var alarm = await alarms.FindAsync(DeliveryId.NameOf(due.Day), scope, cancellationToken)
                ?? await alarms.AddAsync(await find.RunAsync(due.Day, since, scope, cancellationToken), cancellationToken);
            if (alarm.Count > 0)
            {
                told.Add(scope);
            }
        }

        IReadOnlyList<PlannedDelivery> planned = [.. people.Where(person => told.Contains(person.Scope)).Select(person => new PlannedDelivery(person.Id, person.Scope, Revision: 1))];
        return await plans.AddAsync(new DeliveryPlan(DeliveryId.VolumeAlarmKind, DeliveryId.NameOf(due.Day), clock.GetUtcNow(), planned, IsQueued: false), cancellationToken);
    }

    /// <summary>The last day before that was looked at, so that a day without a host or with a late source loses nothing.</summary>
    private async Task<DateOnly> LastLookAsync(DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var before in Enumerable.Range(1, DaysBack).Select(back => day.AddDays(-back)))
        {
            if (await plans.FindAsync(DeliveryId.VolumeAlarmKind, DeliveryId.NameOf(before), cancellationToken) is not null)
            {
                return before;
            }
        }

        return day.AddDays(-1);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The volume alarm of {Day} waits for {Sources}")]
    private partial void LogHeld(DateOnly day, string sources);
}
