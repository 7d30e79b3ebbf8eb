using System.Security.Cryptography;
using SalesReports.Local.Sample;

namespace SalesReports.Tests.Sample;

/// <summary>The promises of the sample company: the same bytes for a seed and a last day, the sizes it is known for, nothing from the future.</summary>
public sealed class SampleCompanyTests(SampleFolder company) : IClassFixture<SampleFolder>
{
    private static readonly (string File, string Column)[] Happenings =
    [
        ("orders.csv", "ordered_at"), ("opportunities.csv", "created_at"), ("opportunities.csv", "closed_at"), ("opportunities.csv", "last_activity_at"),
        ("stage_history.csv", "entered_at"), ("amount_history.csv", "changed_at"), ("expected_close_history.csv", "changed_at"),
        ("outcome_history.csv", "changed_at"), ("leads.csv", "created_at"), ("leads.csv", "first_contact_at"), ("leads.csv", "converted_at"),
        ("quotes.csv", "requested_at"), ("quotes.csv", "first_answered_at"), ("quotes.csv", "accepted_at"), ("spend.csv", "date"), ("fx.csv", "date"),
    ];

    [Fact]
    public void The_same_seed_and_last_day_give_the_same_bytes()
    {
        using var again = new SampleFolder(SampleFolder.Seed, SampleFolder.LastDay);

        Assert.Equal(Hashes(company), Hashes(again));
        Assert.Equal(company.Summary, again.Summary);
    }

    [Fact]
    public void Another_seed_gives_another_company()
    {
        using var other = new SampleFolder(SampleFolder.Seed + 1, SampleFolder.LastDay);

        Assert.NotEqual(Hashes(company)["orders.csv"], Hashes(other)["orders.csv"]);
        Assert.NotEqual(Hashes(company)["opportunities.csv"], Hashes(other)["opportunities.csv"]);
    }

    [Theory]
    [InlineData(1, "2026-01-01")]
    [InlineData(7, "2024-02-29")]
    [InlineData(42, "2025-12-31")]
    [InlineData(-3, "2027-08-15")]
    public void The_sizes_are_the_promised_ones_on_every_end_day(int seed, string lastDay)
    {
        using var folder = new SampleFolder(seed, Day(lastDay));
        var summary = folder.Summary;

        Assert.Equal(Day(lastDay).AddYears(-3).AddDays(1), summary.FirstDay);
        Assert.InRange(summary.Orders, 24_000, 26_000);
        Assert.InRange(summary.OrderLines / (double)summary.Orders, 2.6, 3.4);
        Assert.InRange(summary.Opportunities, 5_800, 6_200);
        Assert.InRange(summary.Leads, 8_700, 9_300);
        Assert.InRange(summary.Quotes, 3_800, 4_200);
        Assert.Equal(4 * (summary.LastDay.DayNumber - summary.FirstDay.DayNumber + 1), summary.SpendDays);
        Assert.Equal(400, summary.Customers);
        Assert.Equal(81, summary.Products);
        Assert.Equal(8, folder.Rows("reps.csv").Count);
        Assert.Equal(["Nord", "Sud"], folder.Rows("reps.csv").Select(rep => rep["team"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_happened_after_the_last_day()
    {
        foreach (var (file, column) in Happenings)
        {
            var days = company.Rows(file).Select(row => row[column]).Where(text => text.Length > 0).Select(text => Day(text[..10])).ToArray();

            Assert.NotEmpty(days);
            Assert.All(days, day => Assert.InRange(day, company.Summary.FirstDay.AddDays(-7), company.Summary.LastDay));
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var customers = Ids(company, "customers.csv", "customer_id");
        var reps = Ids(company, "reps.csv", "rep_id");
        var deals = Ids(company, "opportunities.csv", "opportunity_id");
        var quotes = Ids(company, "quotes.csv", "quote_id");
        var products = Ids(company, "products.csv", "sku");

        Assert.All(company.Rows("orders.csv"), row =>
        {
            Assert.Contains(row["customer_id"], customers);
            Assert.Contains(row["sku"], products);
            Assert.True(row["rep_id"].Length == 0 || reps.Contains(row["rep_id"]));
            Assert.True(row["opportunity_id"].Length == 0 || deals.Contains(row["opportunity_id"]));
            Assert.True(row["quote_id"].Length == 0 || quotes.Contains(row["quote_id"]));
        });
        Assert.All(company.Rows("stage_history.csv"), row => Assert.Contains(row["opportunity_id"], deals));
        Assert.Equal(company.Summary.Opportunities, deals.Count);
        Assert.Equal(company.Summary.Quotes, quotes.Count);
    }

    [Fact]
    public void A_deal_goes_through_its_stages_in_time_and_ends_after_the_last()
    {
        var entered = company.Rows("stage_history.csv").GroupBy(row => row["opportunity_id"]).ToDictionary(deal => deal.Key, deal => deal.Select(row => Instant(row["entered_at"])).ToArray());

        Assert.All(company.Rows("opportunities.csv"), deal =>
        {
            var times = entered[deal["opportunity_id"]];
            Assert.Equal(times.Order(), times);
            Assert.Equal(times.Length, times.Distinct().Count());
            Assert.Equal(Instant(deal["created_at"]), times[0]);
            Assert.Equal(deal["outcome"] == "open", deal["closed_at"].Length == 0);
            Assert.True(deal["closed_at"].Length == 0 || Instant(deal["closed_at"]) > times[^1]);
        });
    }

    private static Dictionary<string, string> Hashes(SampleFolder folder) =>
        Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private static HashSet<string> Ids(SampleFolder folder, string file, string column) => [.. folder.Rows(file).Select(row => row[column])];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
