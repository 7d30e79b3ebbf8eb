using SalesReports.Api;

namespace SalesReports.IntegrationTests.Api;

public sealed class DescriptionTests(OneWeekServer fixture) : IClassFixture<OneWeekServer>
{
    [Fact]
    public async Task The_committed_description_is_served_to_anybody()
    {
        var reply = await fixture.Server.GetAsync("/api/openapi.json", "");

        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json", reply.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(OpenApiDocument.Committed.ToArray(), reply.Body);
    }

    [Fact]
    public async Task The_page_may_run_nothing()
    {
        var reply = await fixture.Server.GetAsync("/api/docs", "");

        Assert.Equal(200, reply.Status);
        Assert.Equal("text/html", reply.ContentHeaders.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
