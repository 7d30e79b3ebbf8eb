using Microsoft.AspNetCore.Http;
using SalesReports.Delivery;

namespace SalesReports.Api;

/// <summary>
/// /unsubscribe (RFC 8058): the token of a mail says who. GET shows a page and changes nothing, since scanners open every link;
/// POST acts, at once and without a further question. Doing it again says the same.
/// </summary>
public sealed class Unsubscribe(Gate gate, MailLinks links, RecipientTable recipients, Withdrawals withdrawals, TimeProvider clock)
{
    private const string By = "recipient";

    public Task<IResult> ShowAsync(HttpRequest request) => gate.OpenAsync(request, LinkPaths.ShowUnsubscribe, async cancellationToken =>
    {
        var id = await RecipientAsync(request, LinkPaths.ShowUnsubscribe, cancellationToken);
        return LinkPage.Answer(request, UnsubscribePage.Ask(Language(await recipients.FindAsync(id, cancellationToken))));
    });

    public Task<IResult> ActAsync(HttpRequest request) => gate.OpenAsync(request, LinkPaths.Unsubscribe, async cancellationToken =>
    {
        var id = await RecipientAsync(request, LinkPaths.Unsubscribe, cancellationToken);
        var recipient = await withdrawals.WithdrawAsync(id, RecipientStatus.Unsubscribed, By, clock.GetUtcNow(), cancellationToken);
        return LinkPage.Answer(request, UnsubscribePage.Done(Language(recipient)));
    });

    private async Task<string> RecipientAsync(HttpRequest request, Route route, CancellationToken cancellationToken)
    {
        var token = new Query(request, route).Text("token");
        return await links.ReadUnsubscribeAsync(token, cancellationToken)
            ?? throw new ProblemException(Problems.ForeignLink);
    }

    private static string Language(Recipient? recipient) => recipient?.Language ?? "en";
}
