namespace SalesReports.Rollups.Sales;

/// <summary>Row numbers put together by bucket, in two passes over an array.</summary>
internal sealed class Buckets
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    /// <param name="bucketOf">The bucket of each row.</param>
    public Buckets(ReadOnlySpan<int> bucketOf, int count)
    {
        _starts = new int[count + 1];
        _rows = new int[bucketOf.Length];
        foreach (var bucket in bucketOf)
        {
            _starts[bucket + 1]++;
        }

        for (var bucket = 0; bucket < count; bucket++)
        {
            _starts[bucket + 1] += _starts[bucket];
        }

        var next = _starts.AsSpan(0, count).ToArray();
        for (var row = 0; row < bucketOf.Length; row++)
        {
            _rows[next[bucketOf[row]]++] = row;
        }
    }

    public Span<int> RowsOf(int bucket) => _rows.AsSpan(_starts[bucket], _starts[bucket + 1] - _starts[bucket]);
}
