using CsCheck;
using SalesReports.Jobs;

namespace SalesReports.Tests.Jobs;

public sealed class PullTurnTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0, true)]
    [InlineData(null, 40, true)]
    [InlineData(0, 0, false)]
    [InlineData(119, 0, false)]
    [InlineData(120, 0, true)]
    [InlineData(3600, 1, false)]
    [InlineData(21_599, 1, false)]
    [InlineData(21_600, 1, true)]
    public void A_pull_is_queued_unless_one_may_still_be_on_its_way(int? secondsAgo, int queued, bool expected)
    {
        DateTimeOffset? since = secondsAgo is { } seconds ? Now.AddSeconds(-seconds) : null;

        Assert.Equal(expected, PullTurn.MayTake(since, queued, Now));
    }

    [Fact]
    public void No_turn_blocks_a_source_for_longer_than_six_hours() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 10_000]).Sample((seconds, queued) =>
        Assert.True(PullTurn.MayTake(Now.AddSeconds(-seconds), queued, Now) || seconds < PullTurn.Longest.TotalSeconds));
}
