using CsCheck;
using SalesReports.Measures;

namespace SalesReports.Tests.Measures;

public sealed class ChangeTests
{
    [Theory]
    // value, against, change, relative, reason
    [InlineData("120", "100", "20", "0.2", null)]
    [InlineData("-30", "100", "-130", "-1.3", null)]
    [InlineData("0", "200", "-200", "-1", null)]
    [InlineData("200", "-30", "230", null, "negative_base")]
    [InlineData("-30", "-30", "0", null, "negative_base")]
    [InlineData("120", "0", "120", null, "new")]
    [InlineData("-5", "0", "-5", null, "new")]
    [InlineData("0", "0", "0", null, null)]
    [InlineData(null, "100", null, null, null)]
    [InlineData(null, "0", null, null, null)]
    public void An_amount_changes_absolutely_and_relatively(string? value, string against, string? change, string? relative, string? reason) =>
        Assert.Equal(new Change(Number(change), Number(relative), reason), Change.Between(Number(value), Number(against)!.Value, inPoints: false));

    [Theory]
    [InlineData("0.6", "1", "-0.4")]
    [InlineData("0.6", "0", "0.6")]
    [InlineData("0.1", "-0.2", "0.3")]
    [InlineData("0", "0", "0")]
    [InlineData(null, "0.5", null)]
    public void A_ratio_changes_in_points_only(string? value, string against, string? change) =>
        Assert.Equal(new Change(Number(change), null, null), Change.Between(Number(value), Number(against)!.Value, inPoints: true));

    [Fact]
    public void Against_a_positive_base_the_relative_change_leads_back_to_the_value() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 1_000_000]).Sample((cents, baseCents) =>
        {
            var change = Change.Between(cents / 100m, baseCents / 100m, inPoints: false);
            Assert.Equal(cents / 100m, (baseCents / 100m) + change.Absolute!.Value);
            Assert.Equal(cents / 100m, baseCents / 100m * (1 + change.Relative!.Value), 12);
            Assert.Null(change.RelativeReason);
        });

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
