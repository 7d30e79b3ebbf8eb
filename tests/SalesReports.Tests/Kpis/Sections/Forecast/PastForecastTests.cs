using SalesReports.Kpis.Sections.Forecast;

namespace SalesReports.Tests.Kpis.Sections.Forecast;

/// <summary>Forecasts stay as they were made, and are held against what came.</summary>
public sealed class PastForecastTests
{
    [Fact]
    public void A_report_makes_a_forecast_of_each_month_that_has_a_value()
    {
        var section = new ForecastSection(null, null, 0, [Month("2026-12", 10), Month("2027-01", null), Month("2027-02", 30)], null, null);
        Assert.Equal([new PastForecast("2026-12", "2026-11", 10, 9, 11), new PastForecast("2027-02", "2026-11", 30, 29, 31)], PastForecast.MadeIn("2026-11", section));
    }

    [Fact]
    public void Accuracy_is_the_error_over_what_came_beside_that_of_last_years_months()
    {
        // November 2025 sold 100, October and November 2026 200 each, all other months 150.
        decimal[] months = [.. Enumerable.Range(0, 24).Select(month => month == 11 ? 100m : month >= 22 ? 200m : 150m)];
        var accuracy = Of(months, new("2026-10", "2026-09", 180, 170, 200), new("2026-11", "2026-09", 260, 210, 280), new("2026-11", "2026-10", 210, null, null))!;

        Assert.Equal((3, 90m / 600, 50m / 600, true), (accuracy.N, accuracy.Wape, accuracy.Bias, accuracy.SmallSample));
        Assert.Equal((250m / 600, -250m / 600, 90m / 250, 0.5m), (accuracy.NaiveWape, accuracy.NaiveBias, accuracy.AgainstNaive, accuracy.InsideInterval));
    }

    [Fact]
    public void Without_a_year_before_there_is_nothing_to_compare_with()
    {
        var accuracy = Of([100, 100], new PastForecast("2026-11", "2026-10", 90, 80, 99))!;

        Assert.Equal((0.1m, -0.1m, null, null, 0m), (accuracy.Wape, accuracy.Bias, accuracy.NaiveWape, accuracy.AgainstNaive, accuracy.InsideInterval));
    }

    [Fact]
    public void Nothing_sold_gives_no_share()
    {
        var accuracy = Of([100, 0], new PastForecast("2026-11", "2026-10", 90, null, null))!;

        Assert.Equal((1, null, null, null), (accuracy.N, accuracy.Wape, accuracy.Bias, accuracy.InsideInterval));
    }

    [Theory]
    [InlineData("2026-12", "2026-11")]
    [InlineData("2025-11", "2025-10")]
    [InlineData("2026-11", "2026-11")]
    [InlineData("2026-11", "2026-12")]
    [InlineData("nonsense", "2026-10")]
    public void What_has_not_come_is_over_a_year_old_or_was_no_forecast_is_not_judged(string month, string madeAt) =>
        Assert.Null(Of([.. Enumerable.Repeat(100m, 24)], new PastForecast(month, madeAt, 90, null, null)));

    [Fact]
    public void The_oldest_month_judged_lies_eleven_months_back() => Assert.NotNull(Of([.. Enumerable.Repeat(100m, 24)], new PastForecast("2025-12", "2025-11", 90, null, null)));

    private static ForecastMonth Month(string month, decimal? value) => new(month, value, value - 1, value + 1, null, null, 0);

    private static ForecastAccuracy? Of(decimal[] months, params PastForecast[] past) => ForecastAccuracy.Of(MonthlyRevenue.Inputs(months) with { PastForecasts = past });
}
