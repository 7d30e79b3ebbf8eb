using SalesReports.Facts;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>Source: metrics.md, rule 8.</summary>
public sealed class NetAmountTests
{
    [Theory]
    [InlineData("99.99", "", "", "", "99.99")]
    [InlineData("", "10", "0.15", "", "17.00")]
    [InlineData("", "10", "", "15", "17.00")]
    [InlineData("", "10", "", "", "20")]
    [InlineData("", "10", "0.15", "15", "17.00")]
    [InlineData("20.01", "10", "", "", "20.01")]
    public async Task Net_is_what_the_file_says_or_what_the_price_gives(string net, string price, string discount, string percent, string expected)
    {
        var pulled = await PullAsync("booked", net, price, discount, percent);

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), pulled.Only<Order>().Lines[0].Net);
        Assert.Empty(pulled.Findings);
    }

    [Theory]
    [InlineData("", "", "", "", "net_amount")]
    [InlineData("", "10", "1.5", "", "discount")]
    [InlineData("", "10", "-0.1", "", "discount")]
    [InlineData("", "10", "", "101", "discount_percent")]
    [InlineData("", "10", "0.2", "15", "discount")]
    [InlineData("", "900000000000000", "", "", "unit_price")]
    public async Task Neither_or_a_discount_out_of_bounds_is_refused(string net, string price, string discount, string percent, string column)
    {
        var pulled = await PullAsync("booked", net, price, discount, percent);

        Assert.Empty(pulled.Facts);
        Assert.Equal(column, Assert.Single(pulled.Rejections).Column);
    }

    [Fact]
    public async Task Net_that_its_price_does_not_explain_is_taken_and_noted()
    {
        var pulled = await PullAsync("booked", "20.02", "10", "", "");

        Assert.Equal(20.02m, pulled.Only<Order>().Lines[0].Net);
        var finding = Assert.Single(pulled.Findings);
        Assert.Equal((FindingKind.NetDiffersFromPrice, "A"), (finding.Kind, finding.FactId));
    }

    [Fact]
    public async Task A_return_may_be_signed_in_its_net_alone() =>
        Assert.Empty((await PullAsync("return", "-20", "10", "", "")).Findings);

    private static Task<Pulled> PullAsync(string status, string net, string price, string discount, string percent) =>
        Pulled.FromAsync(("orders.csv", $"order_id,ordered_at,customer_id,status,quantity,net_amount,unit_price,discount,discount_percent\nA,2026-11-02,C,{status},2,{net},{price},{discount},{percent}\n"));
}
