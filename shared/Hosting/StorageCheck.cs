using Microsoft.Extensions.Hosting;
using SalesReports.Store;

namespace SalesReports.Hosting;

/// <summary>A host whose settings do not fit its storage does not start.</summary>
internal sealed class StorageCheck(ShardCount shards) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => shards.GetAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
