using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Funnel;

/// <summary>Each leaving of a stage is one exit, on its day, in its direction.</summary>
public sealed class FunnelSectionTests
{
    private static readonly Stage[] Stages = [Made.Stage("Talk", 1), Made.Stage("Offer", 2), Made.Stage("Deal", 3)];

    [Fact]
    public void Forward_back_and_lost_are_some_of_the_exits_and_every_rate_is_a_share() => AnyDeals.World.Sample(world =>
    {
        foreach (var stage in Of(world, "2026-10")?.Stages ?? [])
        {
            Assert.InRange(stage.Forward + stage.Back + stage.Lost, 0, stage.Exits);
            Assert.Equal(stage.Exits == 0, stage.Rate is null);
            Assert.Equal(stage.Exits == 0, stage.MedianDays is null);
            Assert.InRange(stage.Rate ?? 0, stage.Interval?.Low ?? 0, stage.Interval?.High ?? 1);
            Assert.True(stage.MedianDays is null or >= 0);
        }
    });

    [Fact]
    public void The_weeks_of_a_time_have_the_exits_of_its_months() => AnyDeals.World.Sample(world =>
    {
        // 2026-W31 begins on 27 July, 2027-W04 ends on 31 January; nothing happens before August.
        var weeks = Enumerable.Range(31, 23).Select(week => $"2026-W{week}").Concat(["2027-W01", "2027-W02", "2027-W03", "2027-W04"]);
        string[] months = ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01"];
        Assert.Equal(months.Sum(month => Exits(world, month)), weeks.Sum(week => Exits(world, week)));
    });

    [Theory]
    [InlineData("2026-11-01", 1)]
    [InlineData("2026-11-30", 1)]
    [InlineData("2026-10-31", 0)]
    [InlineData("2026-12-01", 0)]
    public void An_exit_counts_on_its_day(string left, int exits) =>
        Assert.Equal(exits, Exits(new SectionWorld([Made.Deal("D", "2026-10-01").Through("Talk 2026-10-01", $"Offer {left}"), .. Stages]), "2026-11"));

    [Fact]
    public void A_stage_entered_twice_without_leaving_is_one_stay()
    {
        var talk = Single(Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Talk 2026-11-05", "Offer 2026-11-11"), "Talk");

        Assert.Equal((1, 10m), (talk.Exits, talk.MedianDays));
    }

    [Fact]
    public void A_won_deal_leaves_its_last_stage_forward_even_the_highest()
    {
        var deal = Single(Made.Deal("D", "2026-11-01").Through("Deal 2026-11-01").Won("2026-11-08"), "Deal");

        Assert.Equal((1, 1, 7m), (deal.Exits, deal.Forward, deal.MedianDays));
    }

    [Fact]
    public void A_stage_entered_on_the_day_of_the_close_is_the_one_that_is_left()
    {
        var world = new SectionWorld([Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Offer 2026-11-08").Lost("2026-11-08"), .. Stages]);

        Assert.Equal([(1, 1, 0), (1, 0, 1), (0, 0, 0)], Of(world, "2026-11")!.Stages.Select(stage => (stage.Exits, stage.Forward, stage.Lost)));
    }

    [Theory]
    [InlineData("Offer 2026-11-20", 0)]
    [InlineData("Offer 2026-11-25", 1)]
    public void A_deal_taken_up_again_is_where_it_was_unless_that_day_says_otherwise(string entry, int talkExits)
    {
        var deal = Made.Deal("D", "2026-10-01").Through("Talk 2026-10-01", entry) with
        {
            OutcomeHistory = [new(Made.On("2026-10-20"), Outcome.Lost), new(Made.On("2026-11-20"), Outcome.Open)],
        };

        Assert.Equal(talkExits, Single(deal, "Talk").Exits);
    }

    [Fact]
    public void Another_stage_of_the_same_or_of_no_known_place_is_left_aside()
    {
        var world = new SectionWorld([Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Chat 2026-11-05", "Odd 2026-11-08", "Talk 2026-11-09"), .. Stages, Made.Stage("Chat", 1)]);
        var stages = Of(world, "2026-11")!.Stages;

        Assert.Equal([("Chat", 1, 0, 0), ("Talk", 1, 0, 0), ("Offer", 0, 0, 0), ("Deal", 0, 0, 0), ("Odd", 1, 0, 0)], stages.OrderBy(stage => stage.Position ?? 9).Select(stage => (stage.Stage, stage.Exits, stage.Forward, stage.Back)));
    }

    [Fact]
    public void A_removal_is_no_exit_and_what_came_before_it_stays()
    {
        var world = new SectionWorld([Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Offer 2026-11-05", "Deal 2026-11-20").Removed("2026-11-10"), .. Stages]);

        Assert.Equal([1, 0, 0], Of(world, "2026-11")!.Stages.Select(stage => stage.Exits));
    }

    [Fact]
    public void A_deal_removed_nobody_knows_when_has_no_exits() =>
        Assert.Equal(0, Single(Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Offer 2026-11-05") with { Deleted = true }, "Talk").Exits);

    [Fact]
    public void A_deal_without_a_pipeline_is_in_the_only_one_that_has_the_stage()
    {
        var deal = Made.Deal("D", "2026-11-01").Through("Talk 2026-11-01", "Offer 2026-11-05");

        Assert.Equal("main", Single(deal, "Talk").Pipeline);
        var two = new SectionWorld([deal, .. Stages, Made.Stage("Talk", 4, pipeline: "other")]);
        Assert.Contains(Of(two, "2026-11")!.Stages, stage => stage is { Pipeline: null, Stage: "Talk", Position: null, Exits: 1, Forward: 0 });
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "Talk")]
    public void The_worst_stage_needs_enough_exits(int exits, string? worst)
    {
        var deals = Enumerable.Range(0, exits).Select(i => Made.Deal($"D{i}", "2026-11-01").Through("Talk 2026-11-01").Lost("2026-11-09"));
        var world = new SectionWorld([.. deals, .. Stages], new MetricSettings { MinimumSample = 3 });

        Assert.Equal((worst, worst is null), (Of(world, "2026-11")!.Worst, Of(world, "2026-11")!.Stages[0].SmallSample));
    }

    [Fact]
    public void Without_stage_history_there_is_a_movement_and_a_reason()
    {
        var section = Of(new SectionWorld([Made.Deal("D", "2026-11-01"), .. Stages]), "2026-11")!;

        Assert.Equal((DealReasons.NoStageHistory, 100m), (section.StagesReason, section.Movement.Closing));
        Assert.Empty(section.Stages);
    }

    [Fact]
    public void Without_deals_there_is_no_section()
    {
        var inputs = new SectionWorld(Stages).At("2026-11");

        Assert.Equal(DealReasons.NoDeals, FunnelSection.Of(inputs, inputs.Book()).Reason);
    }

    private static FunnelStage Single(Opportunity deal, string stage) => Of(new SectionWorld([deal, .. Stages]), "2026-11")!.Stages.Single(row => row.Stage == stage);

    private static int Exits(SectionWorld world, string period) => Of(world, period)?.Stages.Sum(stage => stage.Exits) ?? 0;

    private static FunnelSection? Of(SectionWorld world, string period)
    {
        var inputs = world.At(period);
        return FunnelSection.Of(inputs, inputs.Book()).Section;
    }
}
