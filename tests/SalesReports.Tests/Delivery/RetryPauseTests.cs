using CsCheck;
using SalesReports.Delivery;

namespace SalesReports.Tests.Delivery;

public sealed class RetryPauseTests
{
    [Fact]
    public void A_pause_is_never_shorter_than_asked_and_never_much_longer_than_an_hour_by_itself() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 7200], Gen.Double[0, 1]).Sample((attempt, asked, jitter) =>
        {
            var pause = RetryPause.After(attempt, TimeSpan.FromSeconds(asked), jitter);

            Assert.InRange(pause.TotalSeconds, Math.Max(asked, 30), Math.Max(asked, 3600) * 1.5);
        });

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(8, 3600)]
    public void It_doubles_with_each_attempt(int attempt, int seconds)
    {
        Assert.Equal(seconds, RetryPause.After(attempt, null, 0).TotalSeconds);
        Assert.Equal(seconds * 1.5, RetryPause.After(attempt, null, 1).TotalSeconds);
    }
}
