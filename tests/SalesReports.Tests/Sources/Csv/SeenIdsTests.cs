using System.Globalization;
using CsCheck;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>A compact memory of ids answers as a set does.</summary>
public sealed class SeenIdsTests
{
    [Fact]
    public void An_id_is_new_once() => Gen.Int[0, 3_000].Array[0, 9_000].Sample(numbers =>
    {
        var (seen, set) = (new SeenIds(), new HashSet<string>(StringComparer.Ordinal));
        Assert.All(numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)), id => Assert.Equal(set.Add(id), seen.Add(id)));
    }, iter: 30);

    [Fact]
    public void It_grows_with_what_it_holds()
    {
        var seen = new SeenIds();
        Assert.All(Enumerable.Range(0, 100_000), number => Assert.True(seen.Add($"SO-{number}")));
        Assert.All(Enumerable.Range(0, 100_000), number => Assert.False(seen.Add($"SO-{number}")));
    }
}
