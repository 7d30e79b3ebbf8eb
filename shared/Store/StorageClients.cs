using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace SalesReports.Store;

/// <summary>The clients of one storage account, by connection string or by the host's identity.</summary>
public sealed class StorageClients
{
    /// <param name="policies">Pass every request in this order, each retry anew; counting is one of them.</param>
    public StorageClients(StorageOptions options, IEnumerable<HttpPipelinePolicy> policies)
    {
        var passed = policies.ToList();
        Tables = options.Storage is { Length: > 0 } connection
            ? new TableServiceClient(connection, Passing(new TableClientOptions(), passed))
            : new TableServiceClient(Address(options, "table"), new DefaultAzureCredential(), Passing(new TableClientOptions(), passed));
        Blobs = options.Storage is { Length: > 0 } forBlobs
            ? new BlobServiceClient(forBlobs, Passing(new BlobClientOptions(), passed))
            : new BlobServiceClient(Address(options, "blob"), new DefaultAzureCredential(), Passing(new BlobClientOptions(), passed));
        Queues = options.Storage is { Length: > 0 } forQueues
            ? new QueueServiceClient(forQueues, Passing(new QueueClientOptions(), passed))
            : new QueueServiceClient(Address(options, "queue"), new DefaultAzureCredential(), Passing(new QueueClientOptions(), passed));
    }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    private static Uri Address(StorageOptions options, string service) => new($"https://{options.StorageAccount}.{service}.core.windows.net");

    private static T Passing<T>(T options, IReadOnlyList<HttpPipelinePolicy> policies)
        where T : ClientOptions
    {
        foreach (var policy in policies)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
