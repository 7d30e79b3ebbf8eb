using CsCheck;
using SalesReports.Store;

namespace SalesReports.Tests.Store;

public sealed class FactKeysTests
{
    [Fact]
    public void Different_ids_never_share_a_key() => Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
        Assert.Equal(a == b, FactKeys.Escape(a) == FactKeys.Escape(b)));

    [Fact]
    public void A_key_holds_only_what_a_table_takes() => Gen.String.Sample(text => Assert.DoesNotMatch(@"[/\\#?\u0000-\u001f\u007f-\u009f]", FactKeys.Escape(text)));

    [Theory]
    [InlineData("a/b", "a=002Fb")]
    [InlineData("O-1234", "O-1234")]
    [InlineData("~", "=007E")]
    public void Escapes_are_readable(string id, string key) => Assert.Equal(key, FactKeys.Escape(id));

    [Fact]
    public void A_very_long_id_still_fits_and_keeps_apart()
    {
        var (a, b) = (FactKeys.Escape(new string('x', 5_000)), FactKeys.Escape(new string('x', 4_999) + "y"));

        Assert.True(a.Length < 512);
        Assert.NotEqual(a, b);
    }

    [Fact]
    public void A_fact_stays_in_its_shard_and_shards_fill_evenly()
    {
        var shards = Enumerable.Range(0, 8_000).Select(i => FactKeys.Shard("csv", $"O{i}", 8)).ToList();

        Assert.Equal(shards, Enumerable.Range(0, 8_000).Select(i => FactKeys.Shard("csv", $"O{i}", 8)));
        Assert.All(shards.CountBy(shard => shard), shard => Assert.InRange(shard.Value, 850, 1_150));
    }
}
