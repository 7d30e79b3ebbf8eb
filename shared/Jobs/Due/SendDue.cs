using SalesReports.Calendar;

namespace SalesReports.Jobs;

/// <summary>A report was built: sends it if it is the one that is due. History that is built, however much, sends nothing.</summary>
public sealed class SendDue(SendingRules rules, ReadinessGate gate, LateReports watchdog, PlanDeliveries plan)
{
    public async Task RunAsync(Period built, CancellationToken cancellationToken)
    {
        if (await rules.WaitingAsync(built.Kind, cancellationToken) is not { } due || due.Period != built || await gate.IsClosedAsync(due, cancellationToken))
        {
            return;
        }

        await plan.SendDueAsync(due, cancellationToken);
        await watchdog.EndAsync(due, cancellationToken);
    }
}
