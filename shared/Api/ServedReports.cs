using Microsoft.Extensions.Caching.Memory;
using SalesReports.Calendar;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>
/// Reports as callers read them, again and again: a revision's files are written once, so they are kept; which revision is the
/// latest is asked anew every <see cref="Fresh"/>, and at once when this process published one.
/// </summary>
public sealed class ServedReports : IDisposable
{
    /// <summary>For so long a revision that another process published may not be seen here.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private const long MostBytes = 64 * 1024 * 1024;
    private const int PointerBytes = 256;

    private readonly ReportStore _store;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public ServedReports(ReportStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>A revision, the latest when <paramref name="revision"/> is null; null when there is none.</summary>
    internal Task<StoredReport?> FindAsync(Period period, string scope, int? revision, CancellationToken cancellationToken) =>
        FreshAsync(("found", period.Name, scope, revision), () => _store.FindAsync(period, scope, revision, CancellationToken.None), cancellationToken);

    /// <summary>The latest period of the kind that has a report; null when there is none.</summary>
    internal Task<Period?> LatestPeriodAsync(PeriodKind kind, string scope, CancellationToken cancellationToken) =>
        FreshAsync(("latest", kind.Name(), scope, null), () => _store.LatestPeriodAsync(kind, scope, CancellationToken.None), cancellationToken);

    /// <summary>A stored file of a revision; null when there is none.</summary>
    internal async Task<BinaryData?> ReadFileAsync(StoredReport report, string file, CancellationToken cancellationToken)
    {
        // The instant counts, because a storage that was emptied begins again with revision 1.
        var key = (report.Period.Name, report.Scope, report.Revision, report.BuiltAt, file);
        if (_kept.TryGetValue(key, out BinaryData? kept))
        {
            return kept;
        }

        var read = await _store.ReadFileAsync(report, file, cancellationToken);
        return read is null ? null : _kept.Set(key, read, new MemoryCacheEntryOptions { Size = read.ToMemory().Length });
    }

    public void Dispose() => _kept.Dispose();

    /// <summary>One read serves all who ask meanwhile, and is not one caller's to cancel; a failed one, or none found, is not kept.</summary>
    private async Task<T?> FreshAsync<T>((string, string, string, int?) key, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var found = Shared(key, read);
        try
        {
            return await found.WaitAsync(cancellationToken) ?? Forget<T>(key);
        }
        catch (Exception) when (found.IsFaulted)
        {
            Forget<T>(key);
            throw;
        }
    }

    private Task<T?> Shared<T>(object key, Func<Task<T?>> read)
        where T : class
    {
        lock (_lock)
        {
            // Counted and dated before the read: what is published during it is still seen in time.
            var (published, now) = (_store.Published, _clock.GetTimestamp());
            if (_kept.TryGetValue(key, out Pointer<T>? known) && known!.Published == published && _clock.GetElapsedTime(known.At, now) < Fresh)
            {
                return known.Found;
            }

            return _kept.Set(key, new Pointer<T>(published, now, read()), new MemoryCacheEntryOptions { Size = PointerBytes }).Found;
        }
    }

    private T? Forget<T>(object key)
        where T : class
    {
        _kept.Remove(key);
        return null;
    }

    private sealed record Pointer<T>(int Published, long At, Task<T?> Found);
}
