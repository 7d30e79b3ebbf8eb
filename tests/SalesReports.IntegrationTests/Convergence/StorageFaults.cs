using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// Makes storage as unkind to one worker as it can be: kills it before or after a request, keeps it waiting between two steps,
/// loses an answer although the request was done, answers 503. Chosen by a seeded random; off at first.
/// </summary>
internal sealed class StorageFaults(int seed) : HttpPipelinePolicy
{
    /// <summary>Milliseconds between two steps, and of a worker that falls asleep there, as one of so many does: long enough for others to do all of its work.</summary>
    private const int LongestDelay = 30;
    private const int LongestSleep = 1_500;
    private const int Sleepers = 12;

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private string _lastStep = "";

    /// <summary>Null: storage is kind.</summary>
    public FaultRates? Rates { get; set; }

    public int Deaths { get; private set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The product asks storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Rates is not { } rates)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        var (delay, roll) = Draw(Step(message.Request));
        await Task.Delay(delay, message.CancellationToken);
        var die = rates.Death * 10_000;
        if (roll < die)
        {
            throw Die();
        }

        if ((roll -= (int)die) < rates.Unavailable * 10_000)
        {
            message.Response = new BusyResponse();
            return;
        }

        await ProcessNextAsync(message, pipeline);
        roll -= (int)(rates.Unavailable * 10_000);
        if (roll < die)
        {
            throw Die();
        }

        if (roll - die < rates.LostAnswer * 10_000)
        {
            // The request was done, and the client tries it again.
            throw new IOException("The connection was lost before the answer came; made up by the test.");
        }
    }

    /// <summary>
    /// Locks, markers, facts, then rollups written, markers cleared: a delay falls between two steps. The tables and shards of one
    /// step are one: else reading would take so long that a gap between reading and writing is hardly ever met.
    /// </summary>
    private static string Step(Request request)
    {
        var derived = request.Uri.Path.Contains("rollups", StringComparison.Ordinal) || request.Uri.Path.Contains("firstorders", StringComparison.Ordinal);
        var what = derived ? request.Uri.Path : request.Uri.Query.Contains("m~", StringComparison.Ordinal) ? "markers" : "facts";
        return $"{request.Method} {what}";
    }

    private (TimeSpan Delay, int Roll) Draw(string step)
    {
        lock (_lock)
        {
            var between = step != _lastStep;
            _lastStep = step;
            return (TimeSpan.FromMilliseconds(between ? _random.Next(_random.Next(Sleepers) == 0 ? LongestSleep : LongestDelay) : 0), _random.Next(10_000));
        }
    }

    private WorkerDeath Die()
    {
        Deaths++;
        return new WorkerDeath();
    }
}

/// <summary>How often, of all requests.</summary>
/// <param name="Death">Before the request, and as often again after it.</param>
internal sealed record FaultRates(double Death, double Unavailable, double LostAnswer);

/// <summary>Nothing in the product catches it: the worker is gone.</summary>
internal sealed class WorkerDeath() : Exception("The worker died here, as the test wanted.");
