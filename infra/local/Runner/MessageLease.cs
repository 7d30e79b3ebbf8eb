using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SalesReports.Local.Runner;

/// <summary>Keeps a message hidden from other workers, renewing at half time, until it is deleted, released or disposed of.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly string _id;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewal;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length)
    {
        _queue = queue;
        _id = message.MessageId;
        _receipt = message.PopReceipt;
        _renewal = RenewAsync(length);
    }

    /// <summary>The message is done with.</summary>
    public async Task DeleteAsync()
    {
        await StopRenewingAsync();
        await _queue.DeleteMessageAsync(_id, _receipt, CancellationToken.None);
    }

    /// <summary>The message may be received again after <paramref name="pause"/>.</summary>
    public async Task ReleaseAsync(TimeSpan pause)
    {
        await StopRenewingAsync();
        await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: pause, cancellationToken: CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _done.Dispose();
    }

    private async Task StopRenewingAsync()
    {
        await _done.CancelAsync();
        await _renewal;
    }

    private async Task RenewAsync(TimeSpan length)
    {
        var pause = length / 2;
        while (true)
        {
            try
            {
                await Task.Delay(pause, _done.Token);
                // Not cancelled half-way: the receipt that comes back is the only one that still counts.
                _receipt = (await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: length, cancellationToken: CancellationToken.None)).Value.PopReceipt;
                pause = length / 2;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (RequestFailedException taken) when (taken.Status is 400 or 404)
            {
                // Somebody else has the message: what follows finds out with the old receipt.
                return;
            }
            catch (Exception gone) when (StorageFault.Is(gone))
            {
                // Storage may be back before the lease has ended.
                pause = length / 8;
            }
        }
    }
}
