using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Lets a worker do one transaction more and then die: whatever it wanted to do after it stays undone.</summary>
/// <param name="table">Ending of the name of the table that the transaction is for.</param>
internal sealed class LastRequest(string table) : HttpPipelinePolicy
{
    private bool _isDone;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The product asks storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_isDone)
        {
            throw new WorkerDeath();
        }

        await ProcessNextAsync(message, pipeline);
        _isDone = Pause.IsTransaction(message.Request, table);
    }
}
