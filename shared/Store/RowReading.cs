using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// How to find some rows of a shard in few requests: stretches of days read whole, a thousand rows a request, or row by row, a
/// dozen keys a request. What a stretch holds is not known beforehand, so it is read for as long as the keys would take, and
/// then the keys are asked for: never more than twice the requests of the better way.
/// </summary>
/// <param name="Keys">The rows looked for, ascending.</param>
/// <param name="Ranges">The stretches to read, ascending; none when asking for the keys is cheaper from the start.</param>
internal sealed record RowReading(IReadOnlyList<string> Keys, IReadOnlyList<DayRange> Ranges)
{
    /// <summary>Days closer than this are read as one range: an empty stretch costs nothing, a request does.</summary>
    private const int NearDays = 3;

    /// <summary>With more ranges than this the days are read from first to last at once.</summary>
    private const int MostRanges = 8;

    /// <summary>A table filter holds fifteen comparisons: the partition, the least and the greatest key, and these.</summary>
    private const int KeysPerQuery = 12;

    /// <summary>Requests after which reading stretches is given up.</summary>
    public int MostPages => Queries(Keys.Count);

    public static RowReading Of(IReadOnlyCollection<string> keys, IEnumerable<string> days)
    {
        var ranges = Merged(RangesOf([.. days.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        return new RowReading([.. keys.Order(StringComparer.Ordinal)], Queries(keys.Count) <= ranges.Count ? [] : ranges);
    }

    public IEnumerable<string> KeysAfter(string rowKey) => Keys.SkipWhile(key => string.CompareOrdinal(key, rowKey) <= 0);

    /// <summary>Between the least and the greatest key, because storage reads all of a partition for an <c>or</c>.</summary>
    public static IEnumerable<string> KeyFilters(string shard, IEnumerable<string> rowKeys)
    {
        foreach (var some in rowKeys.Order(StringComparer.Ordinal).Chunk(KeysPerQuery))
        {
            var (least, greatest) = (some[0], some[^1]);
            var anyOf = string.Join(" or ", some.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")));
            yield return $"{TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {least} and RowKey le {greatest}")} and ({anyOf})";
        }
    }

    private static int Queries(int keys) => (keys + KeysPerQuery - 1) / KeysPerQuery;

    private static List<DayRange> RangesOf(IReadOnlyList<string> sortedDays)
    {
        var ranges = new List<DayRange>();
        foreach (var day in sortedDays)
        {
            if (ranges.Count > 0 && AreNear(ranges[^1].Last, day))
            {
                ranges[^1] = ranges[^1] with { Last = day };
            }
            else
            {
                ranges.Add(new DayRange(day, day));
            }
        }

        return ranges;
    }

    private static IReadOnlyList<DayRange> Merged(List<DayRange> ranges) => ranges.Count <= MostRanges ? ranges : [new DayRange(ranges[0].First, ranges[^1].Last)];

    private static bool AreNear(string earlier, string later) =>
        earlier != FactKeys.Undated && FactKeys.DayOf(later).DayNumber - FactKeys.DayOf(earlier).DayNumber <= NearDays;
}

/// <summary>The days from first to last, both included, as keys.</summary>
internal sealed record DayRange(string First, string Last)
{
    public string Filter(string shard)
    {
        var (from, to) = ($"f~{First}~", $"f~{Last}\u007f");
        return TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to}");
    }
}
