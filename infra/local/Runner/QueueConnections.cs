using Azure.Storage.Queues;

namespace SalesReports.Local.Runner;

/// <summary>Opens queues by the name in a trigger, under the prefix that all storage of this host carries.</summary>
internal sealed class QueueConnections(IConfiguration configuration)
{
    /// <param name="connection">The setting with the connection string, as the trigger names it.</param>
    public async Task<QueueClient> OpenAsync(string connection, string name, CancellationToken cancellationToken)
    {
        var text = configuration[connection]
            ?? throw new InvalidOperationException($"Setting '{connection}' is missing; it holds the storage connection string.");
        var prefix = configuration["TablePrefix"] ?? "";
        var client = new QueueClient(text, prefix.ToLowerInvariant() + name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return client;
    }
}
