using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// The table <c>operations</c>: work that somebody asked for and that goes on after the answer, and the keys by which a repeated
/// request finds the first one.
/// </summary>
public sealed class OperationStore(Tables tables, TimeProvider clock)
{
    /// <summary>A key that was used longer ago may be used anew.</summary>
    public static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(1);

    /// <summary>What is told of work for this long: its end and its key.</summary>
    internal static IReadOnlyList<BoundedLog> Logs => [new(Name, Operations, UpdatedColumn, TimeSpan.FromDays(90)), new(Name, Keys, AtColumn, 2 * KeyLifetime)];

    private const string UpdatedColumn = "updatedAt";
    private const string Name = "operations";
    private const string Operations = "operation";
    private const string Keys = "key";
    private const string OperationColumn = "operation";
    private const string RequestColumn = "request";
    private const string AtColumn = "at";

    /// <summary>Notes new work, or finds what the same key began before.</summary>
    /// <param name="key">Who asks and the key they chose; null when they chose none.</param>
    /// <param name="request">What is asked for: the same key never stands for two different things.</param>
    public async Task<BegunOperation> BeginAsync(string kind, string subject, string by, string? key, string request, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var now = clock.GetUtcNow();
        var operation = new Operation(RandomNumberGenerator.GetHexString(24, lowercase: true), kind, subject, by, OperationState.Queued, now, now, null, null);
        if (key is not null && await TakeKeyAsync(table, key, operation.Id, request, now, cancellationToken) is var (first, isSame))
        {
            if (!isSame)
            {
                return new BegunOperation(operation, IsNew: false, IsOther: true);
            }

            if (await FindAsync(first, cancellationToken) is { } begun)
            {
                return new BegunOperation(begun, IsNew: false, IsOther: false);
            }

            // Whoever took the key died before the work was noted, or is about to note it: under its id it is one piece of work.
            operation = operation with { Id = first };
        }

        await table.UpsertEntityAsync(Write(operation), TableUpdateMode.Replace, cancellationToken);
        return new BegunOperation(operation, IsNew: true, IsOther: false);
    }

    public async Task<Operation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Operations, FactKeys.Escape(id), cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>How it went; nothing when no such work is known.</summary>
    public async Task EndAsync(string id, OperationState state, string? result, string? error, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } operation)
        {
            var table = await tables.OpenAsync(Name, cancellationToken);
            await table.UpsertEntityAsync(Write(operation with { State = state, Result = result, Error = error, UpdatedAt = clock.GetUtcNow() }), TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <returns>Null when the key is taken now; else what it stands for, and whether that is the same request.</returns>
    private static async Task<(string Operation, bool IsSame)?> TakeKeyAsync(TableClient table, string key, string operation, string request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Keys, Hash(key)) { [OperationColumn] = operation, [RequestColumn] = Hash(request), [AtColumn] = now };
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys, row.RowKey, cancellationToken: cancellationToken);
            if (found.HasValue && found.Value!.GetDateTimeOffset(AtColumn) is { } at && now - at < KeyLifetime)
            {
                return (found.Value.GetString(OperationColumn), found.Value.GetString(RequestColumn) == row.GetString(RequestColumn));
            }

            try
            {
                await (found.HasValue ? table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken) : table.AddEntityAsync(row, cancellationToken));
                return null;
            }
            catch (RequestFailedException lostRace) when (lostRace.Status is 409 or 412)
            {
                // Somebody took it in this very moment: theirs is read.
            }
        }
    }

    private static TableEntity Write(Operation operation) => new(Operations, operation.Id)
    {
        ["kind"] = operation.Kind,
        ["subject"] = operation.Subject,
        ["by"] = operation.By,
        ["state"] = operation.State.ToString(),
        ["begunAt"] = operation.BegunAt,
        [UpdatedColumn] = operation.UpdatedAt,
        ["result"] = operation.Result,
        ["error"] = operation.Error,
    };

    private static Operation Read(TableEntity row) => new(
        row.RowKey,
        row.GetString("kind"),
        row.GetString("subject"),
        row.GetString("by"),
        Enum.TryParse<OperationState>(row.GetString("state"), out var state) ? state : OperationState.Queued,
        row.GetDateTimeOffset("begunAt") ?? default,
        row.GetDateTimeOffset(UpdatedColumn) ?? default,
        row.GetString("result"),
        row.GetString("error"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Work that somebody asked for.</summary>
/// <param name="Kind"><c>pull</c>, <c>build</c> or <c>send</c>.</param>
/// <param name="Result">Such as <c>revision 2</c>; null until it is done.</param>
/// <param name="Error">One sentence when it was given up.</param>
public sealed record Operation(string Id, string Kind, string Subject, string By, OperationState State, DateTimeOffset BegunAt, DateTimeOffset UpdatedAt, string? Result, string? Error);

public enum OperationState
{
    Queued,
    Done,
    Failed,
}

/// <param name="IsNew">False when the key had begun it before.</param>
/// <param name="IsOther">The key was used for another request.</param>
public sealed record BegunOperation(Operation Operation, bool IsNew, bool IsOther);
