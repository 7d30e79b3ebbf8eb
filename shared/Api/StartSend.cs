using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>POST /reports/{kind}/{period}/send: a worker sends the report to all who get it, to one of them, or a correction.</summary>
public sealed class StartSend(Gate gate, StartedWork started, WorkQueues queues, RecipientTable recipients, IOptions<DeliveryOptions> options, BusinessZone zone, TimeProvider clock)
{
    public Task<IResult> RunAsync(HttpRequest request, string kind, string period) => gate.AdmitAsync(request, OperationPaths.Send, async (caller, cancellationToken) =>
    {
        var query = new Query(request, OperationPaths.Send);
        var known = PeriodQuery.Over(kind, period, zone.Today(clock));
        var wish = new SendWish(query.Text("recipient"), query.OneOf("corrected", ["true", "false"]) == "true");
        if (wish is { Recipient: { } both, Corrected: true })
        {
            throw Query.Refused("recipient", both, "either recipient or corrected=true", ["recipient", "corrected"]);
        }

        if (wish.Recipient is { } id)
        {
            await CheckAsync(id, known, cancellationToken);
        }

        if (!options.Value.SendingEnabled)
        {
            throw new ProblemException(Problems.SendingIsOff);
        }

        return await started.RunAsync(
            request, caller, "send", $"{known.Name} {wish.Recipient ?? "all"}{(wish.Corrected ? " corrected" : "")}", operation => queues.BuildAsync(known, wish, operation, cancellationToken), cancellationToken);
    });

    private async Task CheckAsync(string id, Period period, CancellationToken cancellationToken)
    {
        var recipient = await recipients.FindAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NoSuch("recipient", "recipients", "recipient", id));
        if (!recipient.Gets(period.Kind))
        {
            throw new ProblemException(Problems.Conflict($"This recipient is {recipient.Status.ToString().ToLowerInvariant()} or does not get {period.Kind.Name()} reports.", "recipient"));
        }
    }
}
