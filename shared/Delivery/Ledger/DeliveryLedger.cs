using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>
/// The table <c>deliveries</c>: what was planned, handed over and heard of, one row a delivery. Rows change by their ETag only, so
/// that of two workers one claims, and nothing that was recorded is lost.
/// </summary>
public sealed class DeliveryLedger(Tables tables, TimeProvider clock)
{
    internal const string Name = "deliveries";

    /// <summary>Operations of a transaction.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Another writer of the same row is rare; this many in a row are a fault.</summary>
    private const int Attempts = 10;

    /// <summary>Adds the rows of one period that are not there yet; a row that is there stays as it is, whatever became of it.</summary>
    /// <returns>Those that were added now.</returns>
    public async Task<IReadOnlyList<DeliveryRecord>> EnqueueAsync(string period, IReadOnlyCollection<DeliveryRecord> planned, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var known = (await OfPeriodAsync(period, cancellationToken)).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
            var missing = planned.Where(row => !known.Contains(row.Id)).Select(row => row with { QueuedAt = clock.GetUtcNow(), UpdatedAt = clock.GetUtcNow() }).ToList();
            try
            {
                foreach (var some in missing.Chunk(MostAtOnce))
                {
                    await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, DeliveryRow.Write(row))), cancellationToken);
                }

                return missing;
            }
            catch (RequestFailedException lostRace) when (lostRace.Status == 409 && attempt < Attempts)
            {
                // Another worker plans the same period: what it added is left to it.
            }
        }
    }

    /// <summary>Null when there is none, or the text is no delivery's id.</summary>
    public async Task<DeliveryRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (DeliveryId.PeriodIn(id) is not { } period)
        {
            return null;
        }

        var table = await OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DeliveryRow.Partition(period), DeliveryRow.Key(id), cancellationToken: cancellationToken);
        return found.HasValue ? DeliveryRow.Read(found.Value!) : null;
    }

    /// <summary>Takes a queued delivery before the mailer is called; of all who try at once one gets it.</summary>
    /// <returns>Null for everybody else.</returns>
    public async Task<DeliveryRecord?> ClaimAsync(DeliveryRecord seen, string mailer, CancellationToken cancellationToken) =>
        DeliveryChanges.Claim(seen, mailer, RandomNumberGenerator.GetHexString(16, lowercase: true), clock.GetUtcNow()) is { } claimed
            ? await WriteAsync(claimed, cancellationToken)
            : null;

    /// <summary>Changes a row as it is now, again and again until nobody came between.</summary>
    /// <param name="change">One of <see cref="DeliveryChanges"/>; null leaves the row.</param>
    /// <returns>The row as it is afterwards, and whether it was changed; null when there is none.</returns>
    public async Task<(DeliveryRecord Row, bool IsChanged)?> ChangeAsync(string id, Func<DeliveryRecord, DeliveryRecord?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } row)
            {
                return null;
            }

            if (change(row) is not { } changed)
            {
                return (row, false);
            }

            if (await WriteAsync(changed, cancellationToken) is { } written)
            {
                return (written, true);
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"Delivery {id} could not be changed in {Attempts} attempts: others kept changing it.");
            }
        }
    }

    /// <summary>Takes over an event of the provider; in any order, any number of times.</summary>
    /// <returns>Null when no such delivery is known.</returns>
    public Task<(DeliveryRecord Row, bool IsChanged)?> ApplyAsync(ProviderEvent told, CancellationToken cancellationToken) =>
        ChangeAsync(told.DeliveryId, row => DeliveryChanges.Apply(row, told), cancellationToken);

    /// <summary>Every row of a period, in one query.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> OfPeriodAsync(string period, CancellationToken cancellationToken)
    {
        var partition = DeliveryRow.Partition(period);
        return await ReadAsync($"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and {DeliveryRow.Only}", int.MaxValue, cancellationToken);
    }

    /// <summary>What waits or may be under way, or failed: what a sweep looks at, of periods that begin on this day or later.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> UnsettledAsync(DateOnly since, CancellationToken cancellationToken)
    {
        var last = DeliveryRow.LastPartitionSince(since);
        var (queued, claimed, unknown, failed) = (DeliveryState.Queued.Name(), DeliveryState.Claimed.Name(), DeliveryState.Unknown.Name(), DeliveryState.Failed.Name());
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {last} and (state eq {queued} or state eq {claimed} or state eq {unknown} or state eq {failed})");
        return await ReadAsync($"{filter} and {DeliveryRow.Only}", int.MaxValue, cancellationToken);
    }

    /// <summary>Newest period first, by id within one.</summary>
    /// <param name="query">Null fields ask for everything.</param>
    /// <param name="cursor">What the page before gave back; null for the first.</param>
    /// <exception cref="FormatException">The cursor was not made here, or the period names none.</exception>
    public async Task<DeliveryPage> ListAsync(DeliveryQuery query, string? cursor, int take, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(query.Filter(cursor), take + 1, cancellationToken);
        return new DeliveryPage([.. rows.Take(take)], rows.Count > take ? rows[take - 1].Id : null);
    }

    private async Task<IReadOnlyList<DeliveryRecord>> ReadAsync(string filter, int most, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var rows = new List<DeliveryRecord>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: Math.Min(most, 1000), cancellationToken: cancellationToken))
        {
            rows.Add(DeliveryRow.Read(entity));
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    /// <returns>Null when somebody changed the row since it was read.</returns>
    private async Task<DeliveryRecord?> WriteAsync(DeliveryRecord row, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var written = row with { UpdatedAt = clock.GetUtcNow() };
        try
        {
            var answer = await table.UpdateEntityAsync(DeliveryRow.Write(written), row.ETag, TableUpdateMode.Replace, cancellationToken);
            return written with { ETag = answer.Headers.ETag ?? default };
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 412)
        {
            return null;
        }
    }

    private Task<TableClient> OpenAsync(CancellationToken cancellationToken) => tables.OpenAsync(Name, cancellationToken);
}

/// <param name="Cursor">Asks for the next page; null on the last.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryRecord> Items, string? Cursor);
