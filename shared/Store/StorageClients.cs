using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace SalesReports.Store;

/// <summary>The clients of one storage account, by connection string or by the host's identity, all counted.</summary>
public sealed class StorageClients
{
    public StorageClients(StorageOptions options, StorageRequests requests)
    {
        Tables = options.Storage is { Length: > 0 } connection
            ? new TableServiceClient(connection, Counted(new TableClientOptions(), requests))
            : new TableServiceClient(Address(options, "table"), new DefaultAzureCredential(), Counted(new TableClientOptions(), requests));
        Blobs = options.Storage is { Length: > 0 } forBlobs
            ? new BlobServiceClient(forBlobs, Counted(new BlobClientOptions(), requests))
            : new BlobServiceClient(Address(options, "blob"), new DefaultAzureCredential(), Counted(new BlobClientOptions(), requests));
        Queues = options.Storage is { Length: > 0 } forQueues
            ? new QueueServiceClient(forQueues, Counted(new QueueClientOptions(), requests))
            : new QueueServiceClient(Address(options, "queue"), new DefaultAzureCredential(), Counted(new QueueClientOptions(), requests));
    }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    private static Uri Address(StorageOptions options, string service) => new($"https://{options.StorageAccount}.{service}.core.windows.net");

    private static T Counted<T>(T options, StorageRequests requests)
        where T : ClientOptions
    {
        options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        return options;
    }
}
