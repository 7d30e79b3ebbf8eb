using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Movement;
using SalesReports.Kpis.Sections.Qualification;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Qualification;

/// <summary>Where each phantom rule begins to fire, that it stays silent without its input, and what the open deals add up to.</summary>
public sealed class QualificationSectionTests
{
    private static readonly Stage[] Stages = [Made.Stage("Talk", 1), Made.Stage("Offer", 2, requiresQualification: true)];

    [Theory]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    [InlineData(null, false)]
    public void An_expected_close_is_past_before_the_end(string? expected, bool fires) =>
        Fires("expected_close_past", fires, Made.Deal("D", "2026-11-01") with { ExpectedClose = expected is null ? null : Made.Day(expected) });

    [Theory]
    [InlineData("2026-10-31", true)]
    [InlineData("2026-10-31 23:59", true)]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-12-24", false)]
    [InlineData(null, false)]
    public void Thirty_days_without_activity_are_too_many(string? activity, bool fires) =>
        Fires("no_activity", fires, Made.Deal("D", "2026-09-01") with { LastActivityAt = activity is null ? null : Made.On(activity) });

    [Theory]
    [InlineData(5, "2026-11-11", false)]
    [InlineData(5, "2026-11-10", true)]
    [InlineData(4, "2026-11-10", false)]
    public void Age_in_stage_is_held_against_twice_the_median_of_five_exits(int exits, string entered, bool fires) =>
        Fires("age_in_stage", fires, Made.Deal("D", "2026-09-01").Through($"Talk {entered}"), TenDayExits(exits, "2026-06-11"));

    [Theory]
    [InlineData("2025-12-01", true)]
    [InlineData("2025-11-30", false)]
    public void Exits_older_than_twelve_months_say_nothing_of_the_age(string left, bool fires) =>
        Fires("age_in_stage", fires, Made.Deal("D", "2026-09-01").Through("Talk 2026-09-01"), TenDayExits(5, left));

    [Theory]
    [InlineData("2026-10-01 2026-10-15 2026-11-15 2026-12-24", true)]
    [InlineData("2026-10-01 2026-10-15 2026-11-15", false)]
    [InlineData("2026-12-24 2026-11-15 2026-12-01 2026-12-24", false)]
    [InlineData("2026-10-01 2026-10-15 2026-10-15 2026-12-24", false)]
    [InlineData("2026-10-01 - 2026-10-15 - 2026-11-15 2026-12-24", true)]
    public void Three_moves_to_a_later_day_are_too_many(string days, bool fires) => Fires("pushed", fires, Pushed(days, "2026-11-20"));

    [Fact]
    public void A_push_after_the_end_has_not_happened_and_the_day_before_it_stands()
    {
        var deal = Pushed("2026-10-01 2026-10-15 2026-11-15 2026-12-24", "2026-12-02");

        Fires("pushed", false, deal);
        Fires("expected_close_past", true, deal);
        Fires("expected_close_past", false, deal with { ExpectedCloseHistory = [.. deal.ExpectedCloseHistory.TakeLast(1)] });
    }

    [Theory]
    [InlineData("Offer", true, true, "2026-12-24", false)]
    [InlineData("Offer", true, true, null, true)]
    [InlineData("Offer", true, false, "2026-12-24", true)]
    [InlineData("Offer", null, null, "2026-12-24", true)]
    [InlineData("Offer", null, null, null, false)]
    [InlineData("Talk", false, false, null, false)]
    [InlineData("Unheard", false, false, null, false)]
    public void A_stage_that_requires_qualification_wants_all_three_once_one_is_told(string stage, bool? budget, bool? maker, string? date, bool fires) =>
        Fires("not_qualified", fires, Made.Deal("D", "2026-11-01") with
        {
            Stage = stage,
            BudgetConfirmed = budget,
            DecisionMakerIdentified = maker,
            DecisionDate = date is null ? null : Made.Day(date),
        });

    [Fact]
    public void All_reasons_stand_in_the_order_of_the_rules()
    {
        var deal = Made.Deal("D", "2026-06-01").Through("Offer 2026-06-01") with
        {
            ExpectedClose = Made.Day("2026-11-30"),
            ExpectedCloseHistory = [.. Enumerable.Range(0, 4).Select(i => new ExpectedCloseChange(Made.On($"2026-07-0{i + 1}"), Made.Day($"2026-11-2{i}")))],
            LastActivityAt = Made.On("2026-07-05"),
            BudgetConfirmed = false,
        };

        Assert.Equal(
            ["expected_close_past", "age_in_stage", "pushed", "no_activity", "not_qualified"],
            Section([deal, .. TenDayExits(5, "2026-05-11").Select(exit => exit with { StageHistory = [exit.StageHistory[0] with { Stage = "Offer" }] }), .. Stages]).Phantoms.Single().Reasons);
    }

    [Fact]
    public void Amounts_and_counts_are_those_of_the_open_deals()
    {
        var past = Made.Day("2026-11-15");
        var qualified = Made.Deal("D1", "2026-11-01", 300) with { BudgetConfirmed = true, DecisionMakerIdentified = true, DecisionDate = past };
        var section = Section([
            qualified, Made.Deal("D2", "2026-11-01") with { ExpectedClose = past, RepId = "R", CustomerId = "C", Name = "Deal two" }, Made.Deal("D3", "2026-11-01", null) with { ExpectedClose = past },
            Made.Deal("D4", "2026-11-01", 50) with { Currency = Currency.Parse("USD") }, Made.Deal("D5", "2026-11-01").Won("2026-11-20"), Made.Deal("D6", "2026-12-01"),
            Made.Deal("D7", "2026-11-01") with { CreatedAt = null }, Made.Rep("R", "North"), new Customer { Source = "csv", Id = "C", Name = "Customer" },
        ]);

        Assert.Equal((4, 400m, 2, 100m, 0.25m), (section.OpenCount, section.OpenAmount, section.PhantomCount, section.PhantomAmount, section.SharePhantom));
        Assert.Equal(new OpenDealSum(1, 300, 0.75m), section.Qualified);
        Assert.Equal((2, 1), (section.WithoutAmount, section.LeftOut));
        Assert.Equal(["D2", "D3"], section.Phantoms.Select(phantom => phantom.OpportunityId));
        Assert.Equal(("Deal two", "C", "Customer", "R", "Rep R", "Talk", 100m), Shown(section.Phantoms[0]));
        Assert.Null(section.Phantoms[1].Amount);
    }

    [Fact]
    public void The_open_amount_is_the_closing_pipeline() => AnyDeals.World.Sample(world =>
    {
        var inputs = world.At("2026-10");
        var section = QualificationSection.Of(inputs, inputs.Book()).Section;
        Assert.Equal(PipelineMovement.Of(inputs.Period, inputs.Book()).Closing, section?.OpenAmount ?? 0);
        Assert.Equal(section?.PhantomAmount ?? 0, section?.Phantoms.Sum(phantom => phantom.Amount ?? 0) ?? 0);
        Assert.Equal(section?.PhantomCount ?? 0, section?.Phantoms.Count ?? 0);
    });

    [Fact]
    public void Nothing_open_is_no_share_and_no_deals_are_no_section()
    {
        var inputs = new SectionWorld().At("2026-11");

        Assert.Null(Section([Made.Deal("D", "2026-11-01").Lost("2026-11-02")]).SharePhantom);
        Assert.Equal(DealReasons.NoDeals, QualificationSection.Of(inputs, inputs.Book()).Reason);
    }

    private static void Fires(string reason, bool fires, Opportunity deal, params Opportunity[] others) =>
        Assert.Equal(fires, Section([deal, .. others, .. Stages]).Phantoms.Any(phantom => phantom.OpportunityId == deal.Id && phantom.Reasons.Contains(reason)));

    private static Opportunity Pushed(string days, string lastChanged)
    {
        var values = days.Split(' ').Select(day => day == "-" ? (DateOnly?)null : Made.Day(day)).ToList();
        return Made.Deal("D", "2026-09-01") with
        {
            ExpectedClose = values[^1],
            ExpectedCloseHistory = [.. values.Select((day, i) => new ExpectedCloseChange(Made.On(i == values.Count - 1 ? lastChanged : $"2026-09-0{i + 1}"), day))],
        };
    }

    private static Opportunity[] TenDayExits(int count, string left)
    {
        var entered = Made.Day(left).AddDays(-10).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, count).Select(i => Made.Deal($"H{i}", entered).Through($"Talk {entered}").Won(left))];
    }

    private static (string?, string?, string?, string?, string?, string, decimal?) Shown(PhantomDeal deal) =>
        (deal.Name, deal.CustomerId, deal.CustomerName, deal.OwnerId, deal.OwnerName, deal.Stage, deal.Amount);

    private static QualificationSection Section(Fact[] facts)
    {
        var inputs = new SectionWorld(facts).At("2026-11");
        return QualificationSection.Of(inputs, inputs.Book()).Section!;
    }
}
