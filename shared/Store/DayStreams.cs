using Azure.Data.Tables;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>Several range scans, each sorted by day, read as one that is sorted by day.</summary>
internal sealed class DayStreams : IAsyncDisposable
{
    /// <summary>First pages in flight at once.</summary>
    private const int Readers = 4;

    private readonly List<(FactKind Kind, IAsyncEnumerator<TableEntity> Rows)> _streams = [];

    public void Add(FactKind kind, IAsyncEnumerable<TableEntity> rows) => _streams.Add((kind, rows.GetAsyncEnumerator()));

    public async IAsyncEnumerable<(FactKind Kind, TableEntity Entity)> ByDayAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = new bool[_streams.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _streams.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (index, _) => started[index] = await _streams[index].Rows.MoveNextAsync());
        var open = _streams.Where((_, index) => started[index]).ToList();
        while (open.Count > 0)
        {
            var day = open.Select(stream => FactKeys.DayIn(stream.Rows.Current.RowKey)).Min(StringComparer.Ordinal);
            foreach (var stream in open.ToList())
            {
                while (FactKeys.DayIn(stream.Rows.Current.RowKey) == day)
                {
                    yield return (stream.Kind, stream.Rows.Current);
                    if (!await stream.Rows.MoveNextAsync())
                    {
                        open.Remove(stream);
                        break;
                    }
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, rows) in _streams)
        {
            await rows.DisposeAsync();
        }
    }
}
