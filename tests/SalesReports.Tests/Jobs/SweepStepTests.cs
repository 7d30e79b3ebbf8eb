using CsCheck;
using SalesReports.Jobs;

namespace SalesReports.Tests.Jobs;

public sealed class SweepStepTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    [Theory]
    [InlineData(8, 30, 16)]
    [InlineData(8, 31, 8)]
    [InlineData(8, 120, 8)]
    [InlineData(8, 121, 4)]
    [InlineData(1, 900, 1)]
    [InlineData(300, 1, 400)]
    public void A_step_grows_while_it_is_quick_and_shrinks_when_it_is_slow(int days, int seconds, int next) =>
        Assert.Equal(next, Sweep.NextStep(days, TimeSpan.FromSeconds(seconds), Limit));

    [Fact]
    public void At_a_steady_pace_a_step_settles_within_the_limit() => Gen.Double[0.001, 200].Sample(secondsADay =>
    {
        var days = Sweep.FirstStep;
        foreach (var _ in Enumerable.Range(0, 20))
        {
            days = Sweep.NextStep(days, TimeSpan.FromSeconds(secondsADay * days), Limit);
            Assert.InRange(days, 1, Sweep.MostDays);
        }

        Assert.True(days == 1 || days * secondsADay <= Limit.TotalSeconds / 2);
    });
}
