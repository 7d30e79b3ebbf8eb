using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>How far each source was pulled, and the number of its last import.</summary>
public sealed class SourceLedger(Tables tables)
{
    private const string Partition = "source";
    private const int Attempts = 20;

    /// <summary>The next import's number; two imports never share one.</summary>
    public async Task<long> BeginImportAsync(string source, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, FactKeys.Escape(source), cancellationToken: cancellationToken);
            var entity = found.HasValue ? found.Value! : new TableEntity(Partition, FactKeys.Escape(source)) { ["name"] = source };
            var sequence = (entity.GetInt64("sequence") ?? 0) + 1;
            entity["sequence"] = sequence;
            try
            {
                await (found.HasValue ? table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellationToken) : table.AddEntityAsync(entity, cancellationToken));
                return sequence;
            }
            catch (RequestFailedException lostRace) when (lostRace.Status is 409 or 412 && attempt < Attempts)
            {
                // Another import of the same source took this number.
            }
        }
    }

    /// <param name="pulledThrough">Everything the source knew before this instant has been read; null when the pull failed.</param>
    public async Task EndImportAsync(string source, DateTimeOffset? pulledThrough, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        var entity = new TableEntity(Partition, FactKeys.Escape(source)) { ["status"] = pulledThrough is null ? "failed" : "ready" };
        if (pulledThrough is { } through)
        {
            entity["pulledThrough"] = through.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }

        await table.UpdateEntityAsync(entity, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    public async Task<IReadOnlyList<PulledSource>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        var sources = new List<PulledSource>();
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            DateTimeOffset? through = entity.GetString("pulledThrough") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
            sources.Add(new PulledSource(entity.GetString("name"), through, entity.GetString("status") ?? "failed"));
        }

        return sources;
    }
}

/// <param name="PulledThrough">Null when no pull has succeeded yet.</param>
/// <param name="Status"><c>ready</c> or <c>failed</c>, of the last pull.</param>
public sealed record PulledSource(string Name, DateTimeOffset? PulledThrough, string Status);
