using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Sources.Csv;
using SalesReports.Tests.Sample;
using SalesReports.Tests.Sources.Csv;

namespace SalesReports.Tests.Kpis.Sections.Forecast;

/// <summary>How the forecast does on data it has not seen: the sample company's three years, and Northwind's 23 months.</summary>
public sealed class BacktestTests(SampleFolder company, ITestOutputHelper output) : IClassFixture<SampleFolder>
{
    private static Gen<decimal[]> Any { get; } = Gen.Int[-9_999, 999_999].Select(cents => cents / 100m).Array[8, 36];

    [Fact]
    public async Task The_sample_companys_months_fall_into_their_intervals_and_beat_last_years()
    {
        var facts = (await Pulled.FromAsync(new FolderFiles(company.Path), CsvOptions.Default)).Facts;
        var customers = facts.OfType<Customer>().ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        var whole = Series(facts, "2026-10", "EUR", _ => "company").Single();
        var parts = Series(facts, "2026-10", "EUR", order => customers[order.CustomerId].Segment!).Concat(Series(facts, "2026-10", "EUR", order => customers[order.CustomerId].Territory!)).ToList();

        Assert.Equal(35, whole.Values.Count);
        Judge("sample company", [whole], coverage: null);
        Judge("sample, segments and territories", [whole, .. parts], coverage: (0.65m, 0.92m));
    }

    /// <summary>No company was chosen: of whichever the seed makes, the whole and its parts do as well as last year's months.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task The_months_of_other_sample_companies_do_so_too(int seed)
    {
        using var other = new SampleFolder(seed, SampleFolder.LastDay);
        var facts = (await Pulled.FromAsync(new FolderFiles(other.Path), CsvOptions.Default)).Facts;
        var customers = facts.OfType<Customer>().ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        var whole = Series(facts, "2026-10", "EUR", _ => "company").Single();

        Judge($"sample company {seed}", [whole], coverage: null);
        Judge($"sample company {seed}, segments", [whole, .. Series(facts, "2026-10", "EUR", order => customers[order.CustomerId].Segment!)], coverage: (0.65m, 0.92m));
    }

    [Fact]
    public async Task Northwinds_months_do_so_with_a_shorter_history()
    {
        var folder = SharedData.Copy("northwind");
        try
        {
            var facts = (await Pulled.FromAsync(new FolderFiles(folder), CsvOptions.Default)).Facts;
            var whole = Series(facts, "1998-05", "USD", _ => "company").Single();

            Assert.Equal(23, whole.Values.Count);
            Judge("northwind", [whole], coverage: null);
            Judge("northwind, employees", [whole, .. Series(facts, "1998-05", "USD", order => order.RepId!)], coverage: (0.65m, 0.92m));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_month_more_judges_up_to_three_forecasts_more_and_changes_none_that_was_judged() => Any.Where(months => months.Length != 24).Sample(months =>
    {
        var before = Backtest.Of(MonthlyRevenue.Series(months[..^1]));
        var after = Backtest.Of(MonthlyRevenue.Series(months));

        // A forecast n steps ahead has an interval once an earlier one, made from six months, has come due.
        var judged = Enumerable.Range(1, 3).Count(step => months.Length < 24 ? months.Length >= 6 + (2 * step) : months.Length - 24 >= step);
        Assert.Equal(before.Outcomes + judged, after.Outcomes);
        Assert.InRange(after.Inside - before.Inside, 0, judged);
    });

    [Fact]
    public void Pooled_figures_are_ratios_of_sums()
    {
        var pooled = Backtest.Pooled([new Backtest(10, 8, 6, 50, 100, 1000), new Backtest(30, 20, 4, 150, 100, 200)]);

        Assert.Equal((0.7m, 200m / 1200, 200m / 1200, 1m), (pooled.Coverage, pooled.Wape, pooled.NaiveWape, pooled.AgainstNaive));
        Assert.Equal((null, null, null), (Backtest.Pooled([]).Coverage, Backtest.Pooled([]).Wape, Backtest.Pooled([]).AgainstNaive));
    }

    private static IEnumerable<MonthlySeries> Series(IReadOnlyList<Fact> facts, string period, string currency, Func<Order, string> part)
    {
        var settings = new MetricSettings { Currency = currency };
        var others = facts.Where(fact => fact is DailyRate).ToList();
        return facts.OfType<Order>().GroupBy(part, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => MonthlySeries.Of(new SectionWorld([.. own, .. others], settings).At(period)));
    }

    private void Judge(string name, IReadOnlyList<MonthlySeries> series, (decimal Low, decimal High)? coverage)
    {
        var result = Backtest.Pooled(series.Select(Backtest.Of));
        output.WriteLine($"{name}: {series.Count} series, {result.Outcomes} outcomes, inside {result.Coverage:P1}, WAPE {result.Wape:P1}, seasonal-naive {result.NaiveWape:P1}, ratio {result.AgainstNaive:F3}");

        Assert.True(result.AgainstNaive <= 1.05m, $"{name}: {result.AgainstNaive}");
        if (coverage is { } range)
        {
            Assert.True(result.Outcomes >= 60, $"{name}: {result.Outcomes}");
            Assert.InRange(result.Coverage!.Value, range.Low, range.High);
        }
    }
}
