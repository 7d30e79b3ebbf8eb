using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /health/live and /health/ready, for monitors: no key, no secrets.</summary>
public sealed partial class Health
{
    /// <summary>A dependency that takes longer counts as down.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Anybody may ask, so the storage is asked once for all who do within this time.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Gate _gate;
    private readonly IReadOnlyList<Dependency> _dependencies;
    private readonly TimeProvider _clock;
    private readonly ILogger<Health> _logger;
    private readonly Lock _lock = new();
    private (long At, Task<IReadOnlyDictionary<string, string>> States)? _last;

    public Health(Gate gate, StorageClients storage, TimeProvider clock, ILogger<Health> logger)
    {
        (_gate, _clock, _logger) = (gate, clock, logger);

        // Whether the thing asked for exists is no matter: an answer is one.
        _dependencies =
        [
            new("tables", token => storage.Tables.GetTableClient("health").GetEntityIfExistsAsync<TableEntity>("-", "-", cancellationToken: token)),
            new("blobs", token => storage.Blobs.GetBlobContainerClient("health").ExistsAsync(token)),
            new("queues", token => storage.Queues.GetQueueClient("health").ExistsAsync(token)),
        ];
    }

    public Task<IResult> LiveAsync(HttpRequest request) =>
        _gate.OpenAsync(request, Routes.Live, _ => Task.FromResult(Answers.Json(new HealthAnswer("live", Dependencies: null))));

    public Task<IResult> ReadyAsync(HttpRequest request) => _gate.OpenAsync(request, Routes.Ready, async cancellationToken =>
    {
        var states = await StatesAsync().WaitAsync(cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return states.Values.All(state => state == "up")
            ? Answers.Json(new HealthAnswer("ready", states))
            : throw new ProblemException(Problems.NotReady(states));
    });

    private Task<IReadOnlyDictionary<string, string>> StatesAsync()
    {
        lock (_lock)
        {
            if (_last is not { } last || (last.States.IsCompleted && _clock.GetElapsedTime(last.At) >= Kept))
            {
                last = (_clock.GetTimestamp(), AskAllAsync());
                _last = last;
            }

            return last.States;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> AskAllAsync()
    {
        var states = await Task.WhenAll(_dependencies.Select(AskAsync));
        return _dependencies.Zip(states).ToDictionary(d => d.First.Name, d => d.Second, StringComparer.Ordinal);
    }

    private async Task<string> AskAsync(Dependency dependency)
    {
        using var patience = new CancellationTokenSource(Patience, _clock);
        try
        {
            await dependency.Ask(patience.Token);
            return "up";
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return "up";
        }
        catch (Exception fault)
        {
            // Whatever the reason is, a monitor needs an answer, and the log the reason.
            LogDown(_logger, fault, dependency.Name);
            return "down";
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not ready: {Dependency} did not answer as it should")]
    private static partial void LogDown(ILogger logger, Exception fault, string dependency);

    private sealed record Dependency(string Name, Func<CancellationToken, Task> Ask);
}

/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="Dependencies">State of each by name.</param>
public sealed record HealthAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Dependencies);
