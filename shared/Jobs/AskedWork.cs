using System.Text.Json;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Tells an operation how the work of its message went. Messages that a timer put on a queue name none.</summary>
public sealed class AskedWork(OperationStore operations)
{
    public async Task RunAsync(string message, Func<Task> work, CancellationToken cancellationToken)
    {
        await work();
        if (OperationIn(message) is { } id)
        {
            await operations.EndAsync(id, OperationState.Done, "done", null, cancellationToken);
        }
    }

    public Task FailedAsync(string message, CancellationToken cancellationToken) => OperationIn(message) is { } id
        ? operations.EndAsync(id, OperationState.Failed, null, "It was given up after its last attempt; the alerts say why.", cancellationToken)
        : Task.CompletedTask;

    private static string? OperationIn(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("operation", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
