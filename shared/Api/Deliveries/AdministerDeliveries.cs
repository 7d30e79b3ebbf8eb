using Microsoft.AspNetCore.Http;
using SalesReports.Delivery;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>/deliveries: the ledger, and another round for what did not go out.</summary>
public sealed class AdministerDeliveries(Gate gate, DeliveryLedger ledger, ResendDeliveries resend)
{
    public Task<IResult> ListAsync(HttpRequest request) => gate.AdmitAsync(request, DeliveryPaths.List, async (_, cancellationToken) =>
    {
        var query = new Query(request, DeliveryPaths.List);
        var asked = new DeliveryQuery(
            query.OneOf("kind", DeliveryPaths.Kinds), query.Text("period"), DeliveryStateExtensions.Parse(query.OneOf("status", DeliveryPaths.States)));
        var take = query.Number("limit", 1, Routes.MostItems) ?? Routes.DefaultLimit;
        if (asked.Period is { } period && !DeliveryId.IsPeriod(period))
        {
            throw Query.Refused("period", period, "a week, a month or a day", ["2026-W47", "2026-10", "2026-11-24"]);
        }

        var cursor = query.Cursor();
        try
        {
            var page = await ledger.ListAsync(asked, cursor, take, cancellationToken);
            return Answers.Private(request, new DeliveryList([.. page.Items.Select(DeliveryAnswer.Of)], page.Cursor));
        }
        catch (FormatException)
        {
            throw Query.Refused("cursor", cursor ?? "", "what the previous page gave as cursor", ["cursor of the previous page"]);
        }
    });

    public Task<IResult> RetryAsync(HttpRequest request, string id) => gate.AdmitAsync(request, DeliveryPaths.Retry, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, DeliveryPaths.Retry);
        if (await resend.RetryAsync(id, cancellationToken) is not var (row, isChanged))
        {
            throw new ProblemException(Problems.NoSuch("delivery", "deliveries", "id", id));
        }

        // What waits already has its message on the queue, or gets one from the sweep.
        if (!isChanged)
        {
            throw new ProblemException(Problems.NotToRetry(row.State.Name()));
        }

        return Answers.Private(request, DeliveryAnswer.Of(row), StatusCodes.Status202Accepted);
    });
}

/// <summary>A row of the ledger as the API writes it; it holds no address.</summary>
/// <param name="Recipient">Their id.</param>
/// <param name="Corrects">The revision that this one corrects; null for a first sending.</param>
/// <param name="Size">Bytes of the message; null before the first attempt.</param>
public sealed record DeliveryAnswer(
    string Id, string Kind, string Period, string Scope, string Recipient, int Revision, int? Corrects, string Status, int Attempts, string? Mailer, string? ProviderMessageId, long? Size,
    DateTimeOffset QueuedAt, DateTimeOffset? NotBefore, DateTimeOffset? ClaimedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? EventAt, DateTimeOffset UpdatedAt, string? LastError)
{
    internal static DeliveryAnswer Of(DeliveryRecord row) => new(
        row.Id, row.Kind, row.Period, row.Scope, row.RecipientId, row.Revision, row.Corrects, row.State.Name(), row.Attempts, row.Mailer, row.ProviderMessageId, row.Size,
        row.QueuedAt, row.NotBefore, row.ClaimedAt, row.AcceptedAt, row.EventAt, row.UpdatedAt, row.LastError);
}

/// <param name="Cursor">Gives the next page; null on the last.</param>
public sealed record DeliveryList(IReadOnlyList<DeliveryAnswer> Items, string? Cursor);
