using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>How far each source was pulled, and the numbers of its imports.</summary>
public sealed class SourceLedger(Tables tables, TimeProvider clock)
{
    private const string Partition = "source";
    private const string SequenceColumn = "sequence";
    private const string OpenColumn = "openImports";
    private const string ChannelsColumn = "sourceChannels";
    private const string EndedColumn = "endedImport";
    private const string TallyColumn = "lastPull";
    private const string ThroughColumn = "pulledThrough";
    private const string KindsColumn = "kinds";
    private const int Attempts = 20;

    /// <summary>No worker lives longer: an import that has not ended by then has died.</summary>
    private static readonly TimeSpan LongestImport = TimeSpan.FromDays(1);

    /// <summary>The next import's number; two imports never share one.</summary>
    public async Task<ImportNumber> BeginImportAsync(string source, CancellationToken cancellationToken)
    {
        ImportNumber? import = null;
        await ChangeAsync(source, entity =>
        {
            var open = OpenIn(entity).Where(begun => begun.At > clock.GetUtcNow() - LongestImport).ToList();
            var sequence = (entity.GetInt64(SequenceColumn) ?? 0) + 1;
            import = new ImportNumber(sequence, open.Select(begun => begun.Sequence).DefaultIfEmpty().Max());
            entity[SequenceColumn] = sequence;
            entity[OpenColumn] = Written(open.Append((sequence, clock.GetUtcNow())));
        }, cancellationToken);
        return import!;
    }

    /// <param name="pulledThrough">Everything the source knew before this instant has been read; null when the pull failed.</param>
    /// <param name="channels">What the source says its spend channels stand for; null leaves what is known.</param>
    /// <param name="tally">How it ended, for people; null leaves what is known.</param>
    /// <param name="kinds">What it gave facts of; remembered beside what it gave before.</param>
    public Task EndImportAsync(
        string source,
        ImportNumber import,
        DateTimeOffset? pulledThrough,
        IReadOnlyDictionary<string, string>? channels,
        PullTally? tally,
        IEnumerable<FactKind> kinds,
        CancellationToken cancellationToken) => ChangeAsync(source, entity =>
    {
        if (KindsIn(entity).Union(kinds).Order().ToList() is { Count: > 0 } known)
        {
            entity[KindsColumn] = string.Join(',', known);
        }

        entity[OpenColumn] = Written(OpenIn(entity).Where(begun => begun.Sequence != import.Sequence));
        if (pulledThrough > (ThroughIn(entity) ?? DateTimeOffset.MinValue))
        {
            entity[ThroughColumn] = pulledThrough.Value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }

        // Of imports that ran side by side the youngest says how it went.
        if (import.Sequence >= (entity.GetInt64(EndedColumn) ?? 0))
        {
            entity[EndedColumn] = import.Sequence;
            entity["status"] = pulledThrough is null ? "failed" : "ready";
            if (channels is not null)
            {
                entity[ChannelsColumn] = JsonSerializer.Serialize(channels);
            }

            if (tally is not null)
            {
                entity[TallyColumn] = JsonSerializer.Serialize(tally);
            }
        }
    }, cancellationToken);

    /// <summary>An import of a part has ended: it says nothing of how far the source was pulled.</summary>
    public Task EndPartAsync(string source, ImportNumber import, CancellationToken cancellationToken) =>
        ChangeAsync(source, entity => entity[OpenColumn] = Written(OpenIn(entity).Where(begun => begun.Sequence != import.Sequence)), cancellationToken);

    public async Task<IReadOnlyList<PulledSource>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        var sources = new List<PulledSource>();
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            sources.Add(new PulledSource(entity.GetString("name"), ThroughIn(entity), entity.GetString("status") ?? "failed")
            {
                SourceChannels = entity.GetString(ChannelsColumn) is { } channels ? JsonSerializer.Deserialize<IReadOnlyDictionary<string, string>>(channels)! : new Dictionary<string, string>(),
                LastPull = entity.GetString(TallyColumn) is { } tally ? JsonSerializer.Deserialize<PullTally>(tally) : null,
                Kinds = [.. KindsIn(entity)],
            });
        }

        return sources;
    }

    private async Task ChangeAsync(string source, Action<TableEntity> change, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("sources", cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, FactKeys.Escape(source), cancellationToken: cancellationToken);
            var entity = found.HasValue ? found.Value! : new TableEntity(Partition, FactKeys.Escape(source)) { ["name"] = source };
            change(entity);
            try
            {
                await (found.HasValue ? table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellationToken) : table.AddEntityAsync(entity, cancellationToken));
                return;
            }
            catch (RequestFailedException lostRace) when (lostRace.Status is 409 or 412 && attempt < Attempts)
            {
                // Another import of the same source came between.
            }
        }
    }

    private static IEnumerable<(long Sequence, DateTimeOffset At)> OpenIn(TableEntity entity) =>
        (entity.GetString(OpenColumn) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('@'))
            .Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), InstantOf(parts[1])));

    private static string Written(IEnumerable<(long Sequence, DateTimeOffset At)> open) =>
        string.Join(',', open.Select(begun => string.Create(CultureInfo.InvariantCulture, $"{begun.Sequence}@{begun.At.ToUniversalTime():O}")));

    private static IEnumerable<FactKind> KindsIn(TableEntity entity) =>
        (entity.GetString(KindsColumn) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FactKind>);

    private static DateTimeOffset? ThroughIn(TableEntity entity) => entity.GetString(ThroughColumn) is { } text ? InstantOf(text) : null;

    private static DateTimeOffset InstantOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

/// <param name="PulledThrough">Null when no pull has succeeded yet.</param>
/// <param name="Status"><c>ready</c> or <c>failed</c>, of the last pull.</param>
public sealed record PulledSource(string Name, DateTimeOffset? PulledThrough, string Status)
{
    /// <summary>Rows that the last pull could not read; null when it did not count them.</summary>
    public long? RejectedRows => LastPull?.Rejected;

    /// <summary>Spend channel to lead source, as the source's own mapping says.</summary>
    public IReadOnlyDictionary<string, string> SourceChannels { get; init; } = new Dictionary<string, string>();

    /// <summary>How the last pull ended; null when none has.</summary>
    public PullTally? LastPull { get; init; }

    /// <summary>What it ever gave facts of.</summary>
    public IReadOnlyList<FactKind> Kinds { get; init; } = [];
}

/// <summary>How a pull ended, for people.</summary>
/// <param name="Read">Facts the source gave.</param>
/// <param name="Written">New or changed.</param>
/// <param name="Rejected">Rows that were not taken.</param>
/// <param name="Error">One sentence when the source could not be read; null when it was.</param>
public sealed record PullTally(DateTimeOffset At, long Read, long Written, long Rejected, string? Error);
