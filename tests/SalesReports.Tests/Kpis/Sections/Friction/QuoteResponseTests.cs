using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Friction;

/// <summary>Which quotes count as asked, answered and accepted in a month.</summary>
public sealed class QuoteResponseTests
{
    [Theory]
    [InlineData("2026-10-31 23:59", 0)]
    [InlineData("2026-11-01 00:00", 1)]
    [InlineData("2026-11-30 23:59", 1)]
    [InlineData("2026-12-01", 0)]
    public void A_quote_counts_in_the_month_it_was_requested(string requested, int count) =>
        Assert.Equal(count, Of(Made.Quote("Q", requested))?.Requested ?? 0);

    [Theory]
    [InlineData("2026-11-30 17:00", "2026-11-30 23:59", 1, "1", null)]
    [InlineData("2026-11-30 17:00", "2026-12-01 00:00", 0, null, "1")]
    [InlineData("2026-11-30 17:00", "2026-12-02 10:00", 0, null, "1")]
    [InlineData("2026-11-30 17:00", null, 0, null, "1")]
    [InlineData("2026-11-28 10:00", "2026-11-29 10:00", 1, "0", null)]
    [InlineData("2026-11-27 07:00", "2026-11-27 08:30", 1, "0", null)]
    [InlineData("2026-11-27 10:00", "2026-11-27", 1, "0", null)]
    public void An_answer_after_the_months_end_has_not_been_given_in_it(string requested, string? answered, int count, string? hours, string? waiting)
    {
        var response = Of(Made.Quote("Q", requested, answered))!;

        Assert.Equal((count, Number(hours), 1 - count, Number(waiting)), (response.Answered, response.MedianHours, response.Unanswered, response.OldestUnansweredHours));
    }

    [Fact]
    public void An_answer_dated_before_its_request_is_counted_and_has_no_hours()
    {
        var response = Of(Made.Quote("Q1", "2026-11-10 10:00", "2026-11-10 09:00"), Made.Quote("Q2", "2026-11-10 10:00", "2026-11-09"), Made.Quote("Q3", "2026-11-10 10:00", "2026-11-10 13:00"))!;

        Assert.Equal((3, 2, 3m), (response.Answered, response.AnsweredBeforeAsked, response.MedianHours));
        Assert.Equal(["Q3"], response.BusinessHours.Keys);
    }

    [Theory]
    [InlineData("2026-11-30", 1)]
    [InlineData("2026-12-01", 0)]
    [InlineData(null, 0)]
    public void Acceptance_is_what_was_accepted_by_the_end_of_what_was_requested(string? accepted, int count)
    {
        var response = Of(Made.Quote("Q1", "2026-11-10", accepted: accepted), Made.Quote("Q2", "2026-11-10"))!;

        Assert.Equal((count, count / 2m), (response.Accepted, response.Acceptance));
        Assert.InRange(response.Acceptance, response.AcceptanceInterval!.Low, response.AcceptanceInterval.High);
    }

    [Fact]
    public void The_oldest_waiting_quote_is_told()
    {
        var response = Of(Made.Quote("Q1", "2026-11-27 17:00"), Made.Quote("Q2", "2026-11-26 17:00"), Made.Quote("Q3", "2026-11-30 17:00"))!;

        Assert.Equal((null, null, 3, 19m), (response.MedianHours, response.Percentile90Hours, response.Unanswered, response.OldestUnansweredHours));
        Assert.True(response.SmallSample);
    }

    [Fact]
    public void Five_answers_are_no_small_sample() =>
        Assert.False(Of([.. Enumerable.Range(0, 5).Select(i => Made.Quote($"Q{i}", "2026-11-10 10:00", "2026-11-10 11:00"))])!.SmallSample);

    [Fact]
    public void Without_a_request_there_is_no_section() => Assert.Equal(DealReasons.NoQuotes, QuoteResponse.Of(new SectionWorld().At("2026-11")).Reason);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static QuoteResponse? Of(params Quote[] quotes) => QuoteResponse.Of(new SectionWorld(quotes).At("2026-11")).Section;
}
