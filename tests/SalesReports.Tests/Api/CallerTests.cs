using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class CallerTests
{
    [Theory]
    [InlineData(Role.Reader, "company", Role.Reader, true)]
    [InlineData(Role.Reader, "team:North", Role.Reader, true)]
    [InlineData(Role.Reader, "company", Role.Admin, false)]
    [InlineData(Role.Admin, "company", Role.Reader, true)]
    [InlineData(Role.Admin, "company", Role.Admin, true)]
    [InlineData(Role.Admin, "team:North", Role.Reader, true)]
    [InlineData(Role.Admin, "team:North", Role.Admin, false)]
    public void Admin_includes_reader_and_changing_the_company_needs_its_scope(Role role, string scope, Role needed, bool may) =>
        Assert.Equal(may, new Caller("key", role, scope).Hindrance(needed) is null);
}
