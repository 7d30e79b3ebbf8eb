using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>Since when a pull of a source is on its way, from being queued to its end: rows <c>turn</c> of table <c>sources</c>.</summary>
public sealed class PullTurns(Tables tables)
{
    private const string Partition = "turn";
    private const string SinceColumn = "since";

    /// <summary>Takes the source's turn if the rule allows it; of several who try at once one gets it.</summary>
    /// <param name="mayTake">Decides from when the turn was last taken; null when it is free.</param>
    public async Task<bool> TryTakeAsync(string source, DateTimeOffset now, Func<DateTimeOffset?, bool> mayTake, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, FactKeys.Escape(source), cancellationToken: cancellationToken);
        if (!mayTake(found.HasValue ? found.Value!.GetDateTimeOffset(SinceColumn) : null))
        {
            return false;
        }

        var turn = new TableEntity(Partition, FactKeys.Escape(source)) { [SinceColumn] = now };
        try
        {
            await (found.HasValue ? table.UpdateEntityAsync(turn, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken) : table.AddEntityAsync(turn, cancellationToken));
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The pull has ended; the next one may be queued.</summary>
    public async Task EndAsync(string source, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        await table.DeleteEntityAsync(Partition, FactKeys.Escape(source), ETag.All, cancellationToken);
    }
}
