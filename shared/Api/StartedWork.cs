using Microsoft.AspNetCore.Http;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>Answers 202 for work that goes on after the answer, with an address that tells how it goes; the same Idempotency-Key begins it once.</summary>
public sealed class StartedWork
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 100;

    private readonly OperationStore _operations;

    public StartedWork(OperationStore operations) => _operations = operations;

    /// <param name="start">Puts the work on its queue, with the operation's id. Repeated when a first request died on the way: work on queues is safe to repeat.</param>
    internal async Task<IResult> RunAsync(HttpRequest request, Caller caller, string kind, string subject, Func<string, Task> start, CancellationToken cancellationToken)
    {
        var begun = await _operations.BeginAsync(kind, subject, caller.Name, KeyOf(request) is { } key ? $"{caller.Name}\n{key}" : null, $"{kind}\n{subject}", cancellationToken);
        if (begun.IsOther)
        {
            throw new ProblemException(Problems.KeyReused);
        }

        if (begun.IsNew)
        {
            await start(begun.Operation.Id);
        }

        var answer = OperationAnswer.Of(begun.Operation);
        request.HttpContext.Response.Headers.Location = answer.StatusAt;
        return Answers.Private(request, answer, StatusCodes.Status202Accepted);
    }

    private static string? KeyOf(HttpRequest request) => request.Headers[Header] switch
    {
        { Count: 0 } => null,
        [{ Length: > 0 and <= LongestKey } key] when key.All(c => c is >= ' ' and <= '~') => key,
        var unusable => throw Query.Refused(Header, unusable.ToString(), $"one text of up to {Words.Of(LongestKey)} printable characters", []),
    };
}

/// <param name="Kind"><c>pull</c>, <c>build</c> or <c>send</c>.</param>
/// <param name="Status"><c>queued</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="StatusAt">Where to look how it goes.</param>
public sealed record OperationAnswer(string Id, string Kind, string Subject, string Status, DateTimeOffset BegunAt, DateTimeOffset UpdatedAt, string? Result, string? Error, string StatusAt)
{
    internal static OperationAnswer Of(Operation operation) => new(
        operation.Id, operation.Kind, operation.Subject, operation.State.ToString().ToLowerInvariant(), operation.BegunAt, operation.UpdatedAt, operation.Result, operation.Error,
        $"{Routes.Prefix}{OperationPaths.AllTemplate}/{operation.Id}");
}
