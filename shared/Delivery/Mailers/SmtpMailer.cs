using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SalesReports.Delivery;

/// <summary>
/// Hands mails to a relay. A connection a mail: reports are few, and a broken session touches nobody else. SMTP tells nothing
/// after acceptance, and a lost answer after the content was sent cannot be resolved: that is <see cref="DeliveryStatus.Unknown"/>.
/// </summary>
public sealed class SmtpMailer(IOptions<DeliveryOptions> options) : IMailer
{
    private readonly SmtpOptions _options = options.Value.Smtp;

    public async Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken)
    {
        var transfer = new Transfer();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        using var client = new SmtpClient { Timeout = _options.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(_options.Host, _options.Port, SmtpOptions.Securities[_options.Security], timeout.Token);
            if (_options is { User: { Length: > 0 } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, password, timeout.Token);
            }

            var answer = await client.SendAsync(message, timeout.Token, transfer);
            await LeaveAsync(client, timeout.Token);
            return new DeliveryOutcome(DeliveryStatus.Accepted, Bounded(answer), null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && OutcomeOf(failure, transfer.HasBegun) is { } outcome)
        {
            return outcome;
        }
    }

    private static DeliveryOutcome? OutcomeOf(Exception failure, bool contentWasSent) => failure switch
    {
        SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } refused => new(DeliveryStatus.Refused, null, $"The mail relay refused the message with {(int)refused.StatusCode}."),
        SmtpCommandException busy => new(DeliveryStatus.TryAgain, null, $"The mail relay did not take the message now: {(int)busy.StatusCode}."),
        AuthenticationException => new(DeliveryStatus.Refused, null, "The mail relay refused the user name or the password."),
        SslHandshakeException or NotSupportedException => new(DeliveryStatus.Refused, null, "The connection to the mail relay could not be encrypted as Delivery:Smtp:Security asks."),
        IOException or SocketException or ProtocolException or OperationCanceledException or ServiceNotConnectedException or TimeoutException => contentWasSent
            ? new(DeliveryStatus.Unknown, null, "The connection to the mail relay broke after the message was sent and before its answer came.")
            : new(DeliveryStatus.TryAgain, null, "The mail relay could not be reached, or did not answer in time."),
        _ => null,
    };

    /// <summary>The message is accepted by now: a relay that hangs up rudely changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception rude) when (rude is IOException or SocketException or ProtocolException or OperationCanceledException)
        {
            // Nothing is lost.
        }
    }

    private static string? Bounded(string? answer) => string.IsNullOrWhiteSpace(answer) ? null : new string([.. answer.Where(c => !char.IsControl(c)).Take(200)]);

    /// <summary>Knows whether the message itself is on its way: from then on the relay may have it.</summary>
    private sealed class Transfer : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
