using Microsoft.AspNetCore.Http;
using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class QueryTests
{
    [Theory]
    [InlineData("?scop=company", "scop")]
    [InlineData("?format=pdf", "format")]
    [InlineData("?limit=1&limit=2", "limit")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=1e2", "limit")]
    [InlineData("?limit=%20" + "5", "limit")]
    [InlineData("?limit=99999999999999999999", "limit")]
    [InlineData("?limit=", "limit")]
    [InlineData("?kind=Weekly", "kind")]
    [InlineData("?kind=weekly' or 1 eq 1", "kind")]
    [InlineData("?from=2026-02-30", "from")]
    [InlineData("?from=23/11/2026", "from")]
    [InlineData("?from=%00", "from")]
    public void What_is_not_accepted_is_named_with_what_is(string text, string field)
    {
        var problem = Assert.Throws<ProblemException>(() => ReadAll(text)).Problem;

        Assert.Equal(400, problem.Status);
        Assert.Equal(field, problem.Field);
        Assert.NotEmpty(problem.Accepted!);
        Assert.DoesNotContain(problem.Detail, char.IsControl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?limit=100&kind=monthly&from=2024-02-29&to=2026-11-23&cursor=abc")]
    [InlineData("?LIMIT=1")]
    public void What_is_accepted_is_read(string text) => ReadAll(text);

    [Fact]
    public void A_hostile_value_is_shown_short_and_clean()
    {
        var problem = Assert.Throws<ProblemException>(() => ReadAll("?limit=" + Uri.EscapeDataString("\u0000\u001b[31m\u202e<script>" + new string('x', 10_000)))).Problem;

        Assert.InRange(problem.Value!.Length, 1, 61);
        Assert.DoesNotContain(problem.Value, char.IsControl);
        Assert.DoesNotContain('\u202e', problem.Detail);
        Assert.InRange(problem.Detail.Length, 1, 200);
    }

    private static void ReadAll(string text)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(text);
        var query = new Query(request, Routes.List);
        query.OneOf("kind", Words.Kinds);
        query.Day("from");
        query.Day("to");
        query.Number("limit", 1, 100);
    }
}
