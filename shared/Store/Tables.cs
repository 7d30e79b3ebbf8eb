using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>Opens tables, containers and queues by their short names, each made on first use.</summary>
public sealed class Tables(StorageClients clients, StorageOptions options)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _made = new(StringComparer.Ordinal);

    public Task<TableClient> FactsAsync(FactKind kind, CancellationToken cancellationToken) => OpenAsync(NameOf(kind), cancellationToken);

    public async Task<TableClient> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var table = clients.Tables.GetTableClient(options.TablePrefix + name);
        await OnceAsync("table " + name, () => table.CreateIfNotExistsAsync(CancellationToken.None), cancellationToken);
        return table;
    }

    public async Task<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellationToken)
    {
        var container = clients.Blobs.GetBlobContainerClient(BlobName(name));
        await OnceAsync("container " + name, () => container.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None), cancellationToken);
        return container;
    }

    public async Task<QueueClient> QueueAsync(string name, CancellationToken cancellationToken)
    {
        var queue = clients.Queues.GetQueueClient(BlobName(name));
        await OnceAsync("queue " + name, () => queue.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None), cancellationToken);
        return queue;
    }

    private static string NameOf(FactKind kind) => kind switch
    {
        FactKind.Customers => "customers",
        FactKind.Identities => "identities",
        FactKind.Reps => "reps",
        FactKind.Products => "products",
        FactKind.Stages => "stages",
        FactKind.Targets => "targets",
        FactKind.Rates => "rates",
        FactKind.Orders => "orders",
        FactKind.Opportunities => "opportunities",
        FactKind.Leads => "leads",
        FactKind.Quotes => "quotes",
        FactKind.Spend => "spend",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No table for this kind of fact."),
    };

    // Containers and queues know only lower case.
    private string BlobName(string name) => options.TablePrefix.Length == 0 ? name : $"{options.TablePrefix.ToLowerInvariant()}-{name}";

    private async Task OnceAsync(string what, Func<Task> make, CancellationToken cancellationToken)
    {
        var made = _made.GetOrAdd(what, _ => new Lazy<Task>(make));
        try
        {
            await made.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (made.Value.IsFaulted)
        {
            // A failed attempt must not stick: storage may be back for the next caller.
            _made.TryRemove(new KeyValuePair<string, Lazy<Task>>(what, made));
            throw;
        }
    }
}
