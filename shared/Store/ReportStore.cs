using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// Snapshots of reports: write-once blobs first, then the revision's row, then the row that says which is the latest. A reader
/// never sees a revision whose files are not all there.
/// </summary>
public sealed class ReportStore(Tables tables)
{
    private const string HashMetadata = "inputs";

    private int _published;

    /// <summary>How often this process has changed which revision is the latest; whoever keeps what was read asks again when it grows.</summary>
    public int Published => Volatile.Read(ref _published);

    /// <summary>The latest revisions of the company scope, newest period first.</summary>
    /// <param name="kind">Null for both.</param>
    /// <param name="from">Periods that start on or after this day.</param>
    /// <param name="to">Periods that end on or before this day.</param>
    /// <param name="cursor">What the previous page gave back; null for the first.</param>
    /// <exception cref="FormatException">The cursor was not made by this store.</exception>
    public async Task<ReportPage> ListAsync(PeriodKind? kind, DateOnly? from, DateOnly? to, string? cursor, int take, CancellationToken cancellationToken)
    {
        var after = cursor is null ? null : PeriodOf(cursor);
        IEnumerable<PeriodKind> kinds = kind is { } only ? [only] : Enum.GetValues<PeriodKind>();
        var found = new List<StoredReport>();
        foreach (var one in kinds)
        {
            found.AddRange(await ListKindAsync(one, from, to, after, take + 1, cancellationToken));
        }

        var ordered = found.OrderByDescending(r => r.Period.End).ThenBy(r => r.Period.Kind).ToList();
        var page = ordered.Take(take).ToList();
        return new ReportPage(page, ordered.Count > take ? CursorOf(page[^1].Period) : null);
    }

    /// <summary>A revision, the latest when <paramref name="revision"/> is null; null when there is none.</summary>
    public async Task<StoredReport?> FindAsync(Period period, string scope, int? revision, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("reports", cancellationToken);
        var row = revision is { } number ? RevisionKey(period, number) : LatestKey(period);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(period.Kind, scope), row, cancellationToken: cancellationToken);
        return found.HasValue ? ToReport(found.Value!) : null;
    }

    /// <summary>The latest period of the kind that has a report; null when there is none.</summary>
    public async Task<Period?> LatestPeriodAsync(PeriodKind kind, string scope, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("reports", cancellationToken);
        var (partition, first, last) = (PartitionOf(kind, scope), "l~", "l~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return ToReport(entity).Period;
        }

        return null;
    }

    /// <summary>A stored file of a revision, such as <c>report.json</c> or <c>report.fr.pdf</c>; null when there is none.</summary>
    public async Task<BinaryData?> ReadFileAsync(StoredReport report, string file, CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync("reports", cancellationToken);
        try
        {
            var blob = await container.GetBlobClient(Path(report.Period, report.Scope, report.Revision, file)).DownloadContentAsync(cancellationToken);
            return blob.Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Writes a file of a revision that no row names yet; never over another.</summary>
    /// <returns>Null when it was written, else the file that a build which died left there, with the hash of its inputs.</returns>
    public async Task<LeftoverFile?> WriteFileAsync(StoredReport report, string file, BinaryData content, string contentType, CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync("reports", cancellationToken);
        var blob = container.GetBlobClient(Path(report.Period, report.Scope, report.Revision, file));
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [HashMetadata] = report.InputsHash },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellationToken);
            return null;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            var left = await blob.DownloadContentAsync(cancellationToken);
            return new LeftoverFile(left.Value.Content, left.Value.Details.Metadata.TryGetValue(HashMetadata, out var hash) ? hash : "");
        }
    }

    /// <summary>Makes a revision whose files are written visible.</summary>
    /// <param name="before">The latest revision so far; null for the first.</param>
    /// <returns>False when another worker published one meanwhile.</returns>
    public async Task<bool> PublishAsync(StoredReport report, StoredReport? before, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("reports", cancellationToken);
        var latest = ToEntity(report, LatestKey(report.Period));
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, ToEntity(report, RevisionKey(report.Period, report.Revision))),
            before is null ? new(TableTransactionActionType.Add, latest) : new(TableTransactionActionType.UpdateReplace, latest, before.ETag),
        ];
        return await SubmitAsync(table, actions, cancellationToken);
    }

    /// <summary>Other inputs gave the same figures: the latest revision stands for them from now on.</summary>
    public async Task<bool> AdoptInputsAsync(StoredReport latest, string inputsHash, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("reports", cancellationToken);
        var entity = ToEntity(latest with { InputsHash = inputsHash }, LatestKey(latest.Period));
        return await SubmitAsync(table, [new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, latest.ETag)], cancellationToken);
    }

    private async Task<bool> SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status is 404 or 409 or 412)
        {
            return false;
        }
        finally
        {
            Interlocked.Increment(ref _published);
        }
    }

    private async Task<List<StoredReport>> ListKindAsync(PeriodKind kind, DateOnly? from, DateOnly? to, Period? after, int take, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("reports", cancellationToken);
        var (partition, first, last) = (PartitionOf(kind, ScopeName.Company), after is null ? "l~" : FirstKeyAfter(kind, after), "l~\u007f");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
        var found = new List<StoredReport>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var report = ToReport(entity);
            if ((from is null || report.Period.Start >= from) && (to is null || report.Period.End <= to) && report.Period != after)
            {
                found.Add(report);
            }

            if (found.Count == take || report.Period.Start < from)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Newest first: the later a period ends, the smaller its key.</summary>
    private static string LatestKey(Period period) => $"l~{Inverted(period.End)}~{period.Name}";

    private static string RevisionKey(Period period, int revision) => string.Create(CultureInfo.InvariantCulture, $"r~{period.Name}~{revision:D6}");

    /// <summary>Weeks come before months that end on the same day, as in <see cref="ListAsync"/>.</summary>
    private static string FirstKeyAfter(PeriodKind kind, Period after) =>
        kind >= after.Kind ? $"l~{Inverted(after.End)}~" : $"l~{Inverted(after.End.AddDays(-1))}~";

    private static string Inverted(DateOnly day) => (99_999_999 - int.Parse(FactKeys.Day(day), CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture);

    private static string PartitionOf(PeriodKind kind, string scope) => $"{kind.Name()}~{FactKeys.Escape(scope)}";

    private static string Path(Period period, string scope, int revision, string file) =>
        string.Create(CultureInfo.InvariantCulture, $"{period.Kind.Name()}/{period.Name}/{FactKeys.Escape(scope)}/{revision}/{file}");

    private static TableEntity ToEntity(StoredReport report, string rowKey) => new(PartitionOf(report.Period.Kind, report.Scope), rowKey)
    {
        ["period"] = report.Period.Name,
        ["scope"] = report.Scope,
        ["revision"] = report.Revision,
        ["builtAt"] = report.BuiltAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        ["inputsHash"] = report.InputsHash,
    };

    private static StoredReport ToReport(TableEntity entity) => new(
        Period.TryParse(entity.GetString("period"), out var period) ? period : throw new FormatException($"Row '{entity.RowKey}' of reports names no period."),
        entity.GetString("scope"),
        entity.GetInt32("revision") ?? throw new FormatException($"Row '{entity.RowKey}' of reports has no revision."),
        DateTimeOffset.Parse(entity.GetString("builtAt"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        entity.GetString("inputsHash"))
    {
        ETag = entity.ETag,
    };

    private static string CursorOf(Period period) => Convert.ToBase64String(Encoding.ASCII.GetBytes(period.Name)).TrimEnd('=');

    private static Period PeriodOf(string cursor)
    {
        var bytes = new byte[64];
        var padded = cursor.PadRight((cursor.Length + 3) / 4 * 4, '=');
        return cursor.Length <= 40 && Convert.TryFromBase64String(padded, bytes, out var length) && Period.TryParse(Encoding.ASCII.GetString(bytes, 0, length), out var period)
            ? period
            : throw new FormatException("The cursor is not one that a page of reports gave back.");
    }
}

/// <param name="InputsHash">Hash of all inputs that gave these figures.</param>
public sealed record StoredReport(Period Period, string Scope, int Revision, DateTimeOffset BuiltAt, string InputsHash)
{
    /// <summary>Guards the latest row against another worker.</summary>
    internal ETag ETag { get; init; }
}

public sealed record ReportPage(IReadOnlyList<StoredReport> Items, string? Cursor);

/// <summary>A file that a build which died before publishing left behind.</summary>
public sealed record LeftoverFile(BinaryData Content, string InputsHash);
