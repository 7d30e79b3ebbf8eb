using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;

namespace SalesReports.Jobs;

/// <summary>
/// Decides who gets which revision, before anything is sent. The plan is stored first and followed by everybody, then a row of the
/// ledger for each person, then a message for each row: whoever dies in between is carried on by the next one.
/// </summary>
public sealed class PlanDeliveries(BuildReport build, Recipients recipients, DeliveryPlans plans, DeliveryLedger ledger, WorkQueues queues, TimeProvider clock)
{
    /// <summary>What is due: planned, and put on the queue.</summary>
    public async Task SendDueAsync(DueReport due, CancellationToken cancellationToken) =>
        await FollowAsync(await PlanAsync(due.Period, recipient => SendingRules.Gets(recipient, due), cancellationToken), cancellationToken);

    /// <summary>Puts what a stored plan asks for on the queue, whoever made it.</summary>
    public async Task FollowAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        foreach (var row in (await RowsAsync(plan, cancellationToken)).Where(row => row.State == DeliveryState.Queued))
        {
            await queues.DeliverAsync(row, null, cancellationToken);
        }

        await plans.MarkQueuedAsync(plan, cancellationToken);
    }

    /// <summary>What somebody who runs the job by hand asks for: everybody who gets the kind, without queue and calendar.</summary>
    /// <returns>The rows of the ledger; those of an earlier plan when there was one.</returns>
    public async Task<IReadOnlyList<DeliveryRecord>> PlanNowAsync(Period period, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(period, recipient => recipient.Gets(period.Kind), cancellationToken);
        var rows = await RowsAsync(plan, cancellationToken);
        await plans.MarkQueuedAsync(plan, cancellationToken);
        return rows;
    }

    private async Task<DeliveryPlan> PlanAsync(Period period, Func<Recipient, bool> gets, CancellationToken cancellationToken) =>
        await plans.FindAsync(period.Kind.Name(), period.Name, cancellationToken) ?? await plans.AddAsync(await MakeAsync(period, gets, cancellationToken), cancellationToken);

    /// <summary>A row for each person of the plan, as it is now.</summary>
    private async Task<IReadOnlyList<DeliveryRecord>> RowsAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var planned = plan.Rows();
        await ledger.EnqueueAsync(plan.Period, planned, cancellationToken);
        var ids = planned.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (await ledger.OfPeriodAsync(plan.Period, cancellationToken)).Where(row => ids.Contains(row.Id))];
    }

    /// <summary>A report for each scope that somebody gets: who sees less than the company is never sent a report that held more.</summary>
    private async Task<DeliveryPlan> MakeAsync(Period period, Func<Recipient, bool> gets, CancellationToken cancellationToken)
    {
        var people = (await recipients.AllAsync(cancellationToken)).Where(gets).OrderBy(person => person.Id, StringComparer.Ordinal).ToList();
        var revisions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scope in people.Select(person => person.Scope).Append(ScopeName.Company).Distinct(StringComparer.Ordinal))
        {
            revisions[scope] = (await build.RunAsync(period, scope, cancellationToken)).Report.Revision;
        }

        return new DeliveryPlan(
            period.Kind.Name(), period.Name, clock.GetUtcNow(), [.. people.Select(person => new PlannedDelivery(person.Id, person.Scope, revisions[person.Scope]))], IsQueued: false);
    }
}
