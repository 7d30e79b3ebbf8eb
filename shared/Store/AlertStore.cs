using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// Table <c>alerts</c>: a partition a queue, a row for each piece of work that was given up, and one for each that failed and may
/// yet succeed. Rows change by their ETag, so that anything told twice or at once ends as if told once.
/// </summary>
public sealed class AlertStore(Tables tables)
{
    /// <summary>Another worker may write the same row, seldom often.</summary>
    private const int Attempts = 8;

    /// <summary>Notes a failure of work that will be tried again.</summary>
    /// <returns>Failures in a row so far.</returns>
    public async Task<int> NoteAsync(string queue, string id, string error, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        return await RepeatAsync(async () =>
        {
            var (_, noted) = await ReadAsync(table, queue, id, cancellationToken);
            var entity = AlertRow.ToNote(queue, id, (noted?.Attempts ?? 0) + 1, error, now);
            await (noted is null ? table.AddEntityAsync(entity, cancellationToken) : table.UpdateEntityAsync(entity, noted.ETag, TableUpdateMode.Replace, cancellationToken));
            return (noted?.Attempts ?? 0) + 1;
        });
    }

    /// <summary>The work was given up: opens its alert and takes over what was noted, in one transaction.</summary>
    /// <param name="raised">As it would be the first time.</param>
    public async Task<Alert> RaiseAsync(Alert raised, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        return await RepeatAsync(async () =>
        {
            var (before, noted) = await ReadAsync(table, raised.Queue, raised.Id, cancellationToken);
            var alert = Alert.Raise(raised, before, noted);
            await table.SubmitTransactionAsync([Write(alert, isNew: before is null), .. Forget(raised.Queue, raised.Id, noted)], cancellationToken);
            return alert;
        });
    }

    /// <summary>Opens an alert unless there is or was one of the same work: told once, whoever tells it and however often.</summary>
    /// <returns>False when it was told before.</returns>
    public async Task<bool> RaiseOnceAsync(Alert alert, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        try
        {
            await table.AddEntityAsync(AlertRow.ToEntity(alert), cancellationToken);
            return true;
        }
        catch (RequestFailedException told) when (told.Status == 409)
        {
            return false;
        }
    }

    /// <summary>The work was done: nothing is left noted, and its alert is settled. One request when there never was any trouble.</summary>
    public async Task SettleAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        await RepeatAsync(async () =>
        {
            var (alert, noted) = await ReadAsync(table, queue, id, cancellationToken);
            var actions = Forget(queue, id, noted).ToList();
            if (alert is { IsUnsettled: true })
            {
                actions.Add(Write(alert with { State = AlertState.Done }, isNew: false));
            }

            return actions.Count == 0 ? null : await table.SubmitTransactionAsync(actions, cancellationToken);
        });
    }

    /// <summary>False when the alert changed since it was read, and so may be about another failure.</summary>
    public async Task<bool> CloseAsync(Alert alert, AlertState state, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        try
        {
            await table.UpdateEntityAsync(AlertRow.ToEntity(alert with { State = state }), alert.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Every alert, settled ones included, by queue, then the oldest first.</summary>
    /// <param name="queue">Of this queue only; null for all.</param>
    public async Task<IReadOnlyList<Alert>> ListAsync(string? queue, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("alerts", cancellationToken);
        var (from, to) = (AlertRow.AlertPrefix, AlertRow.AlertPrefix + "\u007f");
        var filter = queue is null
            ? TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {queue} and RowKey ge {from} and RowKey lt {to}");
        var alerts = new List<Alert>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            alerts.Add(AlertRow.ToAlert(entity));
        }

        return [.. alerts.OrderBy(alert => alert.Queue, StringComparer.Ordinal).ThenBy(alert => alert.FirstSeen).ThenBy(alert => alert.Id, StringComparer.Ordinal)];
    }

    private static async Task<(Alert? Alert, NotedFailure? Noted)> ReadAsync(TableClient table, string queue, string id, CancellationToken cancellationToken)
    {
        var (alertKey, noteKey) = (AlertRow.AlertKey(id), AlertRow.NoteKey(id));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {queue} and (RowKey eq {alertKey} or RowKey eq {noteKey})");
        Alert? alert = null;
        NotedFailure? noted = null;
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            (alert, noted) = entity.RowKey == alertKey ? (AlertRow.ToAlert(entity), noted) : (alert, AlertRow.ToNoted(entity));
        }

        return (alert, noted);
    }

    private static TableTransactionAction Write(Alert alert, bool isNew) => isNew
        ? new TableTransactionAction(TableTransactionActionType.Add, AlertRow.ToEntity(alert))
        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, AlertRow.ToEntity(alert), alert.ETag);

    private static IEnumerable<TableTransactionAction> Forget(string queue, string id, NotedFailure? noted) =>
        noted is null ? [] : [new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(queue, AlertRow.NoteKey(id)), noted.ETag)];

    private static async Task<T> RepeatAsync<T>(Func<Task<T>> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step();
            }
            catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412 && attempt < Attempts)
            {
                // Another worker wrote the row: read it again.
            }
        }
    }
}
