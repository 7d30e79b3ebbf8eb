using SalesReports.Api;
using SalesReports.Facts;
using SalesReports.Reports;

namespace SalesReports.Tests.Api;

public sealed class ReportScopeTests
{
    [Theory]
    [InlineData("company", null, "company")]
    [InlineData("company", "company", "company")]
    [InlineData("company", "team:North", "team:North")]
    [InlineData("company", "team:Équipe d'Alsace", "team:Équipe d'Alsace")]
    [InlineData("team:North", null, "team:North")]
    [InlineData("team:North", "team:North", "team:North")]
    public void A_request_sees_what_it_asks_for_within_its_key(string keyScope, string? asked, string expected) =>
        Assert.Equal(expected, ReportScope.Of(Key(keyScope), asked));

    [Theory]
    [InlineData("team:North", "company")]
    [InlineData("team:North", "team:South")]
    [InlineData("team:North", "team:north")]
    [InlineData("team:North", "rep:R1")]
    public void A_scope_never_widens_by_a_parameter(string keyScope, string asked) =>
        Assert.Equal(403, Assert.Throws<ProblemException>(() => ReportScope.Of(Key(keyScope), asked)).Problem.Status);

    [Theory]
    [InlineData("")]
    [InlineData("Company")]
    [InlineData("company ")]
    [InlineData("team:")]
    [InlineData("team:../../company")]
    [InlineData("team:a\\b")]
    [InlineData("team:a#b")]
    [InlineData("rep:\u0000")]
    [InlineData("country:FR")]
    public void A_malformed_scope_is_refused(string asked) =>
        Assert.Equal(400, Assert.Throws<ProblemException>(() => ReportScope.Of(Key("company"), asked)).Problem.Status);

    [Fact]
    public void A_scope_is_bounded_and_whole_text()
    {
        Assert.False(ScopeName.IsValid("team:" + new string('x', 10_000)));
        Assert.False(ScopeName.IsValid("team:" + (char)0xD800));
    }

    private static Caller Key(string scope) => new("key", Role.Reader, scope);
}
