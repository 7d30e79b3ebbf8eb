using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Jobs;

/// <summary>Looks into the queues of a world, and plays the host that reads them.</summary>
internal static class QueueContents
{
    /// <summary>Takes every message off the queue.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(TestWorld world, string queue, CancellationToken cancellationToken)
    {
        var client = await world.Get<Tables>().QueueAsync(queue, cancellationToken);
        var taken = new List<string>();
        while (await ReceiveAsync(client, cancellationToken) is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.MessageText);
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
        }

        return taken;
    }

    public static async Task PutAsync(TestWorld world, string queue, string message, CancellationToken cancellationToken)
    {
        var client = await world.Get<Tables>().QueueAsync(queue, cancellationToken);
        await client.SendMessageAsync(message, cancellationToken);
    }

    private static async Task<QueueMessage[]> ReceiveAsync(QueueClient client, CancellationToken cancellationToken) =>
        (await client.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), cancellationToken)).Value;
}
