using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SalesReports.Delivery;

namespace SalesReports.Api;

/// <summary>POST /webhooks/sendgrid: what became of mails. The provider signs; whatever it did not sign, long ago or twice, is refused.</summary>
public sealed class ReceiveEvents(Gate gate, ProviderEvents events, ToldEvents told, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>A request is signed when it is sent; clocks differ by less.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public Task<IResult> RunAsync(HttpRequest request) => gate.OpenAsync(request, LinkPaths.Events, async cancellationToken =>
    {
        Query.RefuseUnknown(request, LinkPaths.Events);
        var body = await RawBody.ReadAsync(request, LinkPaths.Events, cancellationToken);
        var signature = Checked(request, body);
        if (await told.IsKnownAsync(ToldEvents.RequestKind, signature, cancellationToken))
        {
            throw new ProblemException(Problems.TakenBefore);
        }

        var taken = await events.TakeAsync(Read(body), cancellationToken);
        await told.NoteAsync(ToldEvents.RequestKind, signature, clock.GetUtcNow(), cancellationToken);
        return Answers.Private(request, new EventsTaken(taken));
    });

    /// <returns>The signature, which names the request.</returns>
    private string Checked(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var (signature, timestamp) = (request.Headers[SignatureHeader].ToString(), request.Headers[TimestampHeader].ToString());
        if (options.Value.SendGrid.WebhookKey is not { Length: > 0 } key || !WebhookSignature.IsValid(key, signature, timestamp, body.Span))
        {
            throw new ProblemException(Problems.ForeignEvents);
        }

        // Signed, so what does not parse comes from no attacker; it is still of no use.
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds
            ? signature
            : throw new ProblemException(Problems.BadSignature($"The request was signed more than {Words.Of((int)Tolerance.TotalMinutes)} minutes from now.", TimestampHeader));
    }

    private static IReadOnlyList<WebhookEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return WebhookEvent.ReadAll(body);
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.InvalidField("", null, "The body is no JSON array of events."));
        }
    }
}

/// <param name="Taken">Events that were not known before.</param>
public sealed record EventsTaken(int Taken);
