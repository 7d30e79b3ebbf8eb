using CsCheck;
using SalesReports.Store;

namespace SalesReports.Tests.Store;

/// <summary>Few keys far apart are asked for one by one, many keys or near days as stretches.</summary>
public sealed class RowReadingTests
{
    private static readonly string[] ManyKeys = [.. Enumerable.Range(0, 600).Select(i => $"f~20260301~csv~O{i:D3}")];

    [Fact]
    public void Near_days_are_read_as_one_range_and_scattered_ones_as_one_span()
    {
        Assert.Equal([new("20260301", "20260304"), new("20260401", "20260401")], RowReading.Of(ManyKeys, ["20260301", "20260302", "20260304", "20260401"]).Ranges);
        Assert.Equal([new("00000000", "00000000"), new("20260301", "20260301")], RowReading.Of(ManyKeys, ["20260301", "00000000"]).Ranges);
        var scattered = ScatteredDays(30);
        Assert.Equal([new DayRange(scattered[0], scattered[^1])], RowReading.Of(ManyKeys, scattered).Ranges);
    }

    [Fact]
    public void As_few_facts_as_one_query_takes_are_asked_for_by_key() =>
        Assert.Empty(RowReading.Of(ManyKeys[..12], ScatteredDays(12)).Ranges);

    [Fact]
    public void Every_key_is_asked_for_once_between_the_least_and_the_greatest_of_its_query() => Gen.Int[0, 900].HashSet[0, 60].Sample(numbers =>
    {
        string[] keys = [.. numbers.Select(i => $"f~20260301~csv~O{i:D3}")];
        var filters = RowReading.KeyFilters("S001", keys).ToList();
        Assert.All(keys, key => Assert.Single(filters, filter => filter.Contains($"RowKey eq '{key}'", StringComparison.Ordinal)));
        Assert.All(filters, filter => Assert.InRange(filter.Split(" ge ", StringSplitOptions.None).Length + filter.Split(" le ").Length + filter.Split(" eq ").Length - 3, 1, 15));
        Assert.Equal((keys.Length + 11) / 12, filters.Count);
    });

    [Fact]
    public void What_is_left_after_a_page_are_the_keys_behind_it()
    {
        var reading = RowReading.Of(ManyKeys, ["20260301"]);

        Assert.Equal(ManyKeys[401..], reading.KeysAfter(ManyKeys[400]));
        Assert.Equal(50, reading.MostPages);
    }

    private static List<string> ScatteredDays(int count) => [.. Enumerable.Range(0, count).Select(i => FactKeys.Day(new DateOnly(2024, 1, 1).AddDays(i * 30)))];
}
