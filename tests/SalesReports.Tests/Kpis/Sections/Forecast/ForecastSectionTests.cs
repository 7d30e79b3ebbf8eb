using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Measures;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Kpis.Sections.Forecast;

/// <summary>What is forecast from which history, and what the pipeline promises beside it.</summary>
public sealed class ForecastSectionTests
{
    private static readonly decimal[] Season = [96, 98, 105, 100, 95, 108, 94, 60, 109, 110, 107, 118];

    private static Gen<decimal[]> Any { get; } = Gen.OneOf(Gen.Int[0, 9_999_999], Gen.Int[-99_999, 99_999], Gen.Int[0, 1]).Select(cents => cents / 100m).Array[6, 40];

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "damped_trend")]
    [InlineData(23, "damped_trend")]
    [InlineData(24, "holt_winters")]
    [InlineData(36, "holt_winters")]
    public void The_length_of_the_history_decides_the_method(int months, string? method)
    {
        var section = MonthlyRevenue.Section(Repeated(months), Made.Deal("D", "2026-11-01"))!;

        Assert.Equal((method, months), (section.Method, section.HistoryMonths));
        Assert.Equal(["2026-12", "2027-01", "2027-02"], section.Months.Select(month => month.Month));
        Assert.All(section.Months, month => Assert.Equal(method is null, month.Value is null));
        Assert.Equal(method is null ? DealReasons.HistoryUnderSixMonths : null, section.MethodReason);
    }

    [Fact]
    public void A_report_looks_three_years_back() => Assert.Equal(36, MonthlyRevenue.Section(Repeated(40))!.HistoryMonths);

    [Fact]
    public void Too_short_a_history_without_deals_is_no_section()
    {
        var inputs = MonthlyRevenue.Inputs(Repeated(5));

        Assert.Equal(DealReasons.HistoryUnderSixMonths, ForecastSection.Of(inputs, inputs.Book()).Reason);
    }

    [Fact]
    public void The_same_year_again_and_again_is_forecast_to_come_again() => Gen.Select(Gen.Int[0, 100_000].Array[12, 12], Gen.Int[24, 36]).Sample((year, months) =>
    {
        var history = Enumerable.Range(0, months).Select(month => (decimal)year[month % 12] + 1).ToList();
        var ahead = MonthlyRevenue.Section(history)!.Months.Select(month => month.Value);
        Assert.Equal(Enumerable.Range(months, 3).Select(month => (decimal?)year[month % 12] + 1), ahead);
    });

    [Fact]
    public void A_steady_company_is_forecast_steady_without_a_doubt() => Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[7, 36]).Sample((value, months) =>
        Assert.All(
            MonthlyRevenue.Section([.. Enumerable.Repeat((decimal)value, months)])!.Months.Take(1),
            month => Assert.Equal((value, value, value), (month.Value, month.Low, month.High))));

    [Fact]
    public void A_forecast_lies_in_its_interval_and_is_never_below_zero_where_nothing_was() => Any.Sample(months =>
    {
        foreach (var month in MonthlyRevenue.Section(months)!.Months)
        {
            Assert.True((month.Low ?? month.Value) <= month.Value && month.Value <= (month.High ?? month.Value));
            Assert.True(months.Min() < 0 || (month.Value >= 0 && (month.Low ?? 0) >= 0));
        }
    });

    [Fact]
    public void Ten_times_the_money_is_ten_times_the_forecast() => Any.Sample(months =>
    {
        var ones = MonthlyRevenue.Section(months)!.Months;
        var tens = MonthlyRevenue.Section([.. months.Select(month => 10 * month)])!.Months;
        Assert.All(ones.Zip(tens), pair => Assert.InRange(pair.Second.Value!.Value - (10 * pair.First.Value!.Value), -0.2m, 0.2m));
        Assert.All(ones.Zip(tens).Where(pair => pair.First.High is not null), pair => Assert.InRange(pair.Second.High!.Value - (10 * pair.First.High!.Value), -0.2m, 0.2m));
    });

    [Fact]
    public void The_interval_waits_for_the_first_error()
    {
        Assert.All(MonthlyRevenue.Section(Repeated(6))!.Months, month => Assert.Equal((null, null), (month.Low, month.High)));
        Assert.Equal([true, false, false], MonthlyRevenue.Section(Repeated(7))!.Months.Select(month => month.Low is not null));
    }

    [Fact]
    public void Amounts_beyond_all_revenue_do_no_harm() =>
        Assert.All(MonthlyRevenue.Section([.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1e25m : 0m)])!.Months, month => Assert.NotNull(month.Value));

    [Theory]
    [InlineData("2026-04-07", 8)]
    [InlineData("2026-04-08", 7)]
    public void A_month_that_began_late_is_no_whole_one(string first, int months)
    {
        var inputs = MonthlyRevenue.Inputs(Repeated(7), Made.Order("first", first, "C", 50));

        Assert.Equal(months, MonthlySeries.Of(inputs).Values.Count);
    }

    [Fact]
    public void A_month_without_a_usable_rate_ends_the_history()
    {
        var dollars = Made.Order("usd", "2026-02-03", "C", 50) with { Currency = Currency.Parse("USD") };
        var inputs = MonthlyRevenue.Inputs(Repeated(9), Made.Order("first", "2026-01-03", "C", 50), dollars);

        Assert.Equal((9, "2026-03"), (MonthlySeries.Of(inputs).Values.Count, MonthlySeries.Of(inputs).First.Name));
    }

    [Fact]
    public void The_pipeline_is_told_by_month_with_and_without_phantoms()
    {
        var deal = Made.Deal("D1", "2026-11-01", 1000);
        var months = MonthlyRevenue.Section(
            [], deal with { ExpectedClose = Made.Day("2026-12-01") }, deal with { Id = "D2", ExpectedClose = Made.Day("2026-12-31"), LastActivityAt = Made.On("2026-10-31") },
            deal with { Id = "D3", ExpectedClose = Made.Day("2027-01-01"), Stage = "Offer" }, deal with { Id = "D4", ExpectedClose = Made.Day("2027-02-28"), Stage = "Odd" },
            deal with { Id = "D5", ExpectedClose = Made.Day("2027-02-01"), Amount = null }, deal with { Id = "D6", ExpectedClose = Made.Day("2027-03-01") },
            deal.Won("2026-11-20") with { Id = "D7", ExpectedClose = Made.Day("2026-12-01") }, Made.Stage("Talk", 1, 0.2m), Made.Stage("Offer", 2, 0.5m))!.Months;

        Assert.Equal([(400m, 200m, 0), (500m, 500m, 0), (0m, 0m, 2)], months.Select(month => (month.Pipeline!.Value, month.PipelineWithoutPhantoms!.Value, month.PipelineLeftOut)));
    }

    [Fact]
    public void Without_any_deal_there_is_no_pipeline() =>
        Assert.All(MonthlyRevenue.Section(Repeated(6))!.Months, month => Assert.Equal((null, null), (month.Pipeline, month.PipelineWithoutPhantoms)));

    private static decimal[] Repeated(int months) => [.. Enumerable.Range(0, months).Select(month => 1000 * Season[month % 12])];
}
