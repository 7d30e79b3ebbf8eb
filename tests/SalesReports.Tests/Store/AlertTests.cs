using Azure;
using CsCheck;
using SalesReports.Store;

namespace SalesReports.Tests.Store;

public sealed class AlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_time_an_alert_takes_over_what_was_noted()
    {
        var alert = Alert.Raise(Raised(Now), null, new NotedFailure(5, "No file.", new ETag("n")));

        Assert.Equal((AlertState.Open, 5, "No file."), (alert.State, alert.Attempts, alert.LastError));
    }

    [Fact]
    public void Told_twice_of_the_same_only_the_time_moves()
    {
        var first = Alert.Raise(Raised(Now), null, new NotedFailure(5, "No file.", new ETag("n"))) with { ETag = new ETag("1") };

        var second = Alert.Raise(Raised(Now.AddMinutes(1)), first, null);

        Assert.Equal(first with { LastSeen = Now.AddMinutes(1) }, second);
    }

    [Theory]
    [InlineData(AlertState.Open, 10)]
    [InlineData(AlertState.Retried, 10)]
    [InlineData(AlertState.Dismissed, 5)]
    [InlineData(AlertState.Done, 5)]
    public void An_unsettled_alert_goes_on_counting_and_a_settled_one_begins_anew(AlertState state, int attempts)
    {
        var before = Raised(Now.AddHours(-1)) with { State = state, Attempts = 5, LastError = "Old.", ETag = new ETag("1") };

        var alert = Alert.Raise(Raised(Now), before, new NotedFailure(5, "New.", new ETag("n")));

        Assert.Equal((AlertState.Open, attempts, "New.", before.ETag), (alert.State, alert.Attempts, alert.LastError, alert.ETag));
        Assert.Equal(attempts == 10 ? before.FirstSeen : Now, alert.FirstSeen);
    }

    [Fact]
    public void Whatever_was_before_work_that_is_given_up_is_open_with_its_own_message() =>
        Gen.Select(Gen.Enum<AlertState>(), Gen.Int[0, 100], Gen.Int[0, 100]).Sample((state, before, noted) =>
        {
            var stored = Raised(Now.AddDays(-1)) with { State = state, Attempts = before };
            var alert = Alert.Raise(Raised(Now), stored, noted == 0 ? null : new NotedFailure(noted, "Why.", default));

            Assert.Equal((AlertState.Open, "{}", Now), (alert.State, alert.Body, alert.LastSeen));
            Assert.True(alert.FirstSeen <= alert.LastSeen && alert.Attempts >= noted);
        });

    private static Alert Raised(DateTimeOffset now) => new("0123456789abcdef", "build-report", "build", "2026-W47", "{}", AlertState.Open, 0, now, now, null);
}
