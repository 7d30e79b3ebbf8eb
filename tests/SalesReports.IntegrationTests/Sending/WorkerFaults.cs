using Azure.Core;
using Azure.Core.Pipeline;
using SalesReports.IntegrationTests.Convergence;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Kills the worker between two of its steps: before or after a request to storage, before or after the mailer takes a message.</summary>
internal sealed class WorkerFaults(int seed) : HttpPipelinePolicy
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _points;

    /// <summary>Share of points at which it dies; 0: never.</summary>
    public double Rate { get; set; }

    /// <summary>The one point at which it dies, counted from 1 since this was set; null: none.</summary>
    public int? DiesAt
    {
        get;
        set
        {
            field = value;
            _points = 0;
        }
    }

    public int Deaths { get; private set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The product asks storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Point();
        await ProcessNextAsync(message, pipeline);
        Point();
    }

    /// <summary>A place between two steps.</summary>
    public void Point()
    {
        lock (_lock)
        {
            if (++_points == DiesAt || _random.NextDouble() < Rate)
            {
                Deaths++;
                throw new WorkerDeath();
            }
        }
    }
}
