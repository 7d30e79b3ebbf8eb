using CsCheck;
using SalesReports.Calendar;
using SalesReports.Kpis.Sections.DataQuality;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>A source that ran well and brought next to nothing is suspect. Source: delivery.md, silent sources.</summary>
public sealed class SourceVolumeTests
{
    private static readonly Period Week = Period.WeekOf(new DateOnly(2026, 11, 16));

    [Theory]
    [InlineData(30, false)]
    [InlineData(15, false)]
    [InlineData(14, true)]
    [InlineData(0, true)]
    public void Under_half_of_the_median_of_eight_weeks_is_suspect(int facts, bool isSuspect)
    {
        var volume = Of(Week, [.. Weeks(30, 30, 30, 30, 30, 30, 30, 30), new SourceDay(Week.Start, "csv", facts)]);

        Assert.Equal((facts, 30m, isSuspect), (volume.Facts, volume.Usual, volume.IsSuspect));
    }

    [Fact]
    public void One_large_week_does_not_make_the_others_suspect() => Assert.False(Of(Week, [.. Weeks(900, 30, 30, 30, 30, 30, 30, 30), new SourceDay(Week.Start, "csv", 18)]).IsSuspect);

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(5, 1, false)]
    [InlineData(29, 1, false)]
    public void A_small_source_is_suspect_only_when_it_falls_silent_and_never_was(int least, int facts, bool isSuspect) =>
        Assert.Equal(isSuspect, Of(Week, [.. Weeks(29, 29, 29, least, 29, 29, 29, 29), new SourceDay(Week.Start, "csv", facts)]).IsSuspect);

    [Fact]
    public void A_source_that_has_just_begun_is_not_missed_before() => Assert.False(Of(Week, [.. Weeks(900, 900, 900), new SourceDay(Week.Start, "csv", 0)]).IsSuspect);

    [Fact]
    public void A_source_that_has_begun_after_the_period_is_not_missed_in_it() => Assert.Empty(SourceVolume.Of(Week, [new SourceDay(Week.End, "csv", 3)]));

    [Fact]
    public void A_month_is_held_against_as_many_days_of_the_weeks_before_it()
    {
        var month = Period.MonthOf(new DateOnly(2026, 10, 1));
        var before = Enumerable.Range(1, 8).Select(back => new SourceDay(month.Start.AddDays(-7 * back), "csv", 42));

        Assert.Equal((186m, false), Told(Of(month, [.. before, new SourceDay(month.Start, "csv", 93)])));
        Assert.Equal((186m, true), Told(Of(month, [.. before, new SourceDay(month.Start, "csv", 92)])));

        static (decimal, bool) Told(SourceVolume volume) => (volume.Usual, volume.IsSuspect);
    }

    [Fact]
    public void How_the_facts_lie_within_a_week_and_in_which_order_they_come_makes_no_difference() =>
        Gen.Select(Gen.Int[0, 40].Array[9], Gen.Int[0, 6].Array[9], Gen.Int[0, 1000]).Sample((counts, days, seed) =>
        {
            SourceDay[] plain = [.. counts.Select((count, back) => new SourceDay(Week.Start.AddDays(-7 * back), "csv", count))];
            SourceDay[] spread = [.. counts.SelectMany((count, back) => Enumerable.Range(0, count).Select(_ => new SourceDay(Week.Start.AddDays((-7 * back) + days[back]), "csv", 1))), .. plain.Select(day => day with { Facts = 0 })];
            new Random(seed).Shuffle(spread);

            Assert.Equal(Of(Week, plain), Of(Week, spread));
        });

    private static IEnumerable<SourceDay> Weeks(params IEnumerable<int> facts) => facts.Select((count, index) => new SourceDay(Week.Start.AddDays(-7 * (index + 1)), "csv", count));

    private static SourceVolume Of(Period period, IReadOnlyList<SourceDay> days) => Assert.Single(SourceVolume.Of(period, days));
}
