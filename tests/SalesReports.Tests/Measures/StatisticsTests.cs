using CsCheck;
using SalesReports.Measures;

namespace SalesReports.Tests.Measures;

public sealed class StatisticsTests
{
    private static readonly Gen<decimal[]> s_sorted = Gen.Int[-10_000, 10_000].Array[1, 60].Select(values => values.Order().Select(v => (decimal)v).ToArray());

    [Theory]
    [InlineData("7", "7")]
    [InlineData("1 3", "2")]
    [InlineData("1 2 3 10", "2.5")]
    [InlineData("1 2 3 4 10", "3")]
    [InlineData("-4 -1", "-2.5")]
    public void The_median_is_the_middle_or_the_mean_of_the_middle_two(string values, string expected) =>
        Assert.Equal(Numbers(expected)[0], Statistics.Median(Numbers(values)));

    [Theory]
    [InlineData("1 2 3 10", "0.8", "5.8")]
    [InlineData("1 2 3 4 10", "0.8", "5.2")]
    [InlineData("0 1.5 2 9 27", "0.9", "19.8")]
    [InlineData("6", "0.8", "6")]
    [InlineData("1 2 3", "0", "1")]
    [InlineData("1 2 3", "1", "3")]
    public void A_percentile_lies_at_rank_n_less_one_times_p(string values, string p, string expected) =>
        Assert.Equal(Numbers(expected)[0], Statistics.Percentile(Numbers(values), Numbers(p)[0]));

    [Fact]
    public void Nothing_has_no_median_and_no_percentile()
    {
        Assert.Null(Statistics.Median([]));
        Assert.Null(Statistics.Percentile([], 0.8m));
    }

    [Fact]
    public void Percentiles_stay_within_the_values_and_rise_with_p() => Gen.Select(s_sorted, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((values, p, q) =>
    {
        var (low, high) = (Statistics.Percentile(values, Math.Min(p, q) / 100m), Statistics.Percentile(values, Math.Max(p, q) / 100m));
        Assert.True(values[0] <= low && low <= high && high <= values[^1]);
    });

    [Fact]
    public void As_many_values_lie_below_the_median_as_above() => s_sorted.Sample(values =>
    {
        var median = Statistics.Median(values);
        Assert.True(values.Count(v => v < median) <= values.Length / 2);
        Assert.True(values.Count(v => v > median) <= values.Length / 2);
    });

    [Theory]
    [InlineData(3, 4, 0.3006418401, 0.9544127397)]
    [InlineData(3, 5, 0.2307242794, 0.8823792269)]
    [InlineData(5, 11, 0.2127127149, 0.7199084642)]
    [InlineData(1, 2, 0.0945312046, 0.9054687954)]
    [InlineData(2, 3, 0.2076595988, 0.938508056)]
    [InlineData(0, 1, 0, 0.7934506882)]
    [InlineData(1, 1, 0.2065493118, 1)]
    public void The_Wilson_interval_has_its_known_values(int successes, int trials, double low, double high)
    {
        var interval = Statistics.Wilson(successes, trials)!;
        Assert.Equal((decimal)low, interval.Low, 9);
        Assert.Equal((decimal)high, interval.High, 9);
    }

    [Fact]
    public void Without_a_trial_there_is_no_interval() => Assert.Null(Statistics.Wilson(0, 0));

    [Fact]
    public void The_interval_holds_the_rate_within_0_and_1_and_mirrors() => Gen.Int[1, 100_000].SelectMany(n => Gen.Int[0, n].Select(k => (k, n))).Sample(draw =>
    {
        var (k, n) = draw;
        var (interval, mirror) = (Statistics.Wilson(k, n)!, Statistics.Wilson(n - k, n)!);
        Assert.InRange((decimal)k / n, interval.Low, interval.High);
        Assert.InRange(interval.Low, 0, 1);
        Assert.InRange(interval.High, 0, 1);
        Assert.Equal(interval.Low, 1 - mirror.High, 9);
        Assert.Equal(k == 0, interval.Low == 0);
        Assert.Equal(k == n, interval.High == 1);
    });

    private static decimal[] Numbers(string text) =>
        [.. text.Split(' ').Select(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
}
