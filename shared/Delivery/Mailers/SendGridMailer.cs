using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using MimeKit;
using SendGrid;

namespace SalesReports.Delivery;

/// <summary>
/// Hands mails to SendGrid's mail/send. 202 means queued, not delivered: events tell the rest, by the delivery id that goes along.
/// There is no idempotency key: a lost answer is <see cref="DeliveryStatus.Unknown"/>. See https://www.twilio.com/docs/sendgrid/api-reference/mail-send.
/// </summary>
public sealed class SendGridMailer(IHttpClientFactory clients, IOptions<DeliveryOptions> options, TimeProvider clock) : IMailer
{
    /// <summary>Name of the HTTP client that is used.</summary>
    public const string ClientName = "sendgrid";

    private const string MessageIdHeader = "X-Message-Id";
    private const string ResetHeader = "X-RateLimit-Reset";

    /// <summary>A provider that asks for more is asked again sooner.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly SendGridOptions _options = options.Value.SendGrid;

    public async Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        var client = new SendGridClient(
            clients.CreateClient(ClientName), new SendGridClientOptions { ApiKey = _options.ApiKey, Host = _options.Address, HttpErrorAsException = false });
        try
        {
            var response = await client.SendEmailAsync(SendGridLetter.Of(deliveryId, message, _options.Sandbox), timeout.Token);
            return OutcomeOf(response.StatusCode, response.Headers);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new DeliveryOutcome(DeliveryStatus.TryAgain, null, "SendGrid could not be reached.");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome(DeliveryStatus.Unknown, null, "SendGrid's answer was lost: it may have taken the message.");
        }
    }

    private DeliveryOutcome OutcomeOf(HttpStatusCode status, HttpResponseHeaders headers) => status switch
    {
        HttpStatusCode.Accepted or HttpStatusCode.OK => new(DeliveryStatus.Accepted, First(headers, MessageIdHeader), null),
        HttpStatusCode.TooManyRequests => new(DeliveryStatus.TryAgain, null, "SendGrid takes no more messages for the moment (429).") { RetryAfter = PauseIn(headers) },
        >= HttpStatusCode.InternalServerError => new(DeliveryStatus.TryAgain, null, $"SendGrid failed with {(int)status}.") { RetryAfter = PauseIn(headers) },
        HttpStatusCode.Unauthorized => new(DeliveryStatus.Refused, null, "SendGrid refused the key (401): check Delivery:SendGrid:ApiKey and its region."),
        HttpStatusCode.Forbidden => new(DeliveryStatus.Refused, null, "SendGrid refused the sender (403): the key lacks mail.send, or Delivery:SenderAddress is not verified."),
        HttpStatusCode.RequestEntityTooLarge => new(DeliveryStatus.Refused, null, "SendGrid refused the message as too large (413)."),
        _ => new(DeliveryStatus.Refused, null, $"SendGrid refused the message with {(int)status}."),
    };

    /// <summary>What the provider asks for: <c>Retry-After</c>, else the instant at which its limit is lifted.</summary>
    private TimeSpan? PauseIn(HttpResponseHeaders headers)
    {
        TimeSpan? pause = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => long.TryParse(First(headers, ResetHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(epoch) - clock.GetUtcNow()
                : null,
        };
        return pause is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestPause.Ticks)) : null;
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? new string([.. values.First().Where(c => c is > ' ' and <= '~').Take(200)]) : null;
}
