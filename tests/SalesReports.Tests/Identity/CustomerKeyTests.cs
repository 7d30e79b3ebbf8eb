using CsCheck;
using SalesReports.Identity;

namespace SalesReports.Tests.Identity;

public sealed class CustomerKeyTests
{
    private static readonly Gen<string> AnyId = Gen.String[Gen.Char["abc:17~/"], 1, 6];

    private static readonly Gen<string> AnySource = Gen.OneOf("csv", "crm", "shop");

    [Theory]
    [InlineData("csv", "C0017", "C0017")]
    [InlineData("hubspot", "17", "hubspot:17")]
    [InlineData("shopify", "17", "shopify:17")]
    [InlineData("csv", "hubspot:17", "csv:hubspot:17")]
    public void A_key_is_the_bare_id_of_the_files_and_names_every_other_source(string source, string id, string key)
    {
        Assert.Equal(key, CustomerKey.Of(source, id));
        Assert.Equal(source, CustomerKey.SourceOf(key));
    }

    [Fact]
    public void No_two_customers_share_a_key() =>
        Gen.Select(AnySource, AnyId, AnySource, AnyId).Sample((source, id, other, otherId) =>
            Assert.Equal((source, id) == (other, otherId), CustomerKey.Of(source, id) == CustomerKey.Of(other, otherId)));
}
