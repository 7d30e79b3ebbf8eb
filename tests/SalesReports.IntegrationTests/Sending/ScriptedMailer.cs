using System.Collections.Concurrent;
using MimeKit;
using SalesReports.Delivery;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Stands for whatever carries mails: keeps what it took, and answers as the test says.</summary>
internal sealed class ScriptedMailer : IMailer
{
    private readonly ConcurrentQueue<(string Id, string To, string Text)> _taken = new();
    private readonly ConcurrentQueue<byte[]> _letters = new();

    /// <summary>Answers instead of taking the message; null takes it.</summary>
    public Func<string, MimeMessage, DeliveryOutcome?> Answer { get; set; } = (_, _) => null;

    public IReadOnlyList<(string Id, string To, string Text)> Taken => [.. _taken];

    public int Calls { get; private set; }

    /// <summary>What it took, byte for byte as it travels; in order.</summary>
    public IReadOnlyList<MimeMessage> Messages => [.. _letters.Select(bytes => MimeMessage.Load(new MemoryStream(bytes)))];

    public Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken)
    {
        Calls++;
        if (Answer(deliveryId, message) is { } answer)
        {
            return Task.FromResult(answer);
        }

        Take(deliveryId, message);
        return Task.FromResult(new DeliveryOutcome(DeliveryStatus.Accepted, $"ref-{deliveryId}", null));
    }

    public void Take(string deliveryId, MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        _letters.Enqueue(bytes.ToArray());
        _taken.Enqueue((deliveryId, message.To.Mailboxes.Single().Address, $"{message.Subject}\n{message.TextBody}"));
    }
}
