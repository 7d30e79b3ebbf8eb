using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sample;

/// <summary>The product's own reader takes the sample company as it is.</summary>
public sealed class SampleImportTests(SampleFolder company) : IClassFixture<SampleFolder>
{
    [Fact]
    public async Task Every_row_of_the_sample_is_read_and_none_is_odd()
    {
        var result = await Check();

        Assert.Empty(result.Rejections);
        Assert.Empty(result.Findings);
        Assert.Equal(Enum.GetValues<FactKind>(), result.Kinds.Select(kind => kind.Kind).Order());
        Assert.Equal(company.Summary.Orders, Facts(result, FactKind.Orders));
        Assert.Equal(company.Summary.Opportunities, Facts(result, FactKind.Opportunities));
        Assert.Equal(company.Summary.Leads, Facts(result, FactKind.Leads));
        Assert.Equal(company.Summary.Quotes, Facts(result, FactKind.Quotes));
        Assert.Equal(company.Summary.Targets, Facts(result, FactKind.Targets));
    }

    [Fact]
    public async Task The_year_is_one_of_about_twenty_million_and_has_all_kinds_of_orders()
    {
        var orders = (await Check()).Kinds.Single(kind => kind.Kind == FactKind.Orders);

        Assert.InRange(orders.Totals["EUR"] / 3, 16_000_000m, 22_000_000m);
        Assert.Equal(["EUR", "GBP", "USD"], orders.Totals.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(orders.Counts["return"] / (double)orders.Facts, 0.02, 0.04);
        Assert.InRange(orders.Counts["cancelled"], 150, 450);
        Assert.InRange(orders.Counts["open"], 1, 60);
    }

    [Fact]
    public async Task A_quarter_of_the_deals_is_won_within_a_month_and_a_half()
    {
        var deals = (await Check()).Kinds.Single(kind => kind.Kind == FactKind.Opportunities);
        var days = company.Rows("opportunities.csv").Where(deal => deal["outcome"] == "won")
            .Select(deal => (DateTimeOffset.Parse(deal["closed_at"], null) - DateTimeOffset.Parse(deal["created_at"], null)).TotalDays).Order().ToArray();

        Assert.InRange(deals.Counts["won"] / (double)(deals.Counts["won"] + deals.Counts["lost"]), 0.25, 0.30);
        Assert.InRange(days[days.Length / 2], 40, 60);
    }

    [Fact]
    public void Sales_grow_from_year_to_year_and_sleep_in_August()
    {
        var months = company.Rows("orders.csv").Where(row => row["status"] == "booked" && row["currency"] == "EUR")
            .GroupBy(row => row["ordered_at"][..7], StringComparer.Ordinal)
            .ToDictionary(month => month.Key, month => month.Sum(row => decimal.Parse(row["net_amount"], System.Globalization.CultureInfo.InvariantCulture)));
        decimal Year(int year) => months.Where(month => month.Key.StartsWith($"{year}", StringComparison.Ordinal)).Sum(month => month.Value);

        Assert.InRange(Year(2025) / Year(2024), 1.03m, 1.15m);
        Assert.All([2024, 2025, 2026], year => Assert.True(months[$"{year}-08"] < 0.75m * months[$"{year}-06"]));
        Assert.All([2024, 2025], year => Assert.True(months[$"{year}-12"] > months[$"{year}-11"]));
    }

    private Task<CsvCheckResult> Check() =>
        CsvCheck.RunAsync(new CsvSource(new FolderFiles(company.Path), new BusinessZone("Europe/Paris"), CsvOptions.Default), TestContext.Current.CancellationToken);

    private static long Facts(CsvCheckResult result, FactKind kind) => result.Kinds.Single(one => one.Kind == kind).Facts;
}
