namespace SalesReports.IntegrationTests.Api;

public sealed class DocumentRoutesTests(OneWeekServer fixture) : IClassFixture<OneWeekServer>
{
    private const string Document = "/api/v1/reports/weekly/2026-W46/document";

    [Theory]
    [InlineData("", null, null, "report.fr.pdf")]
    [InlineData("?format=html&language=en", "application/pdf", "fr", "report.en.html")]
    [InlineData("?format=xlsx&language=en", null, null, "report.en.xlsx")]
    [InlineData("?format=html", null, "en-GB,en;q=0.9,fr;q=0.8", "report.en.html")]
    [InlineData("?language=en", "text/html,application/xhtml+xml,*/*;q=0.8", null, "report.en.html")]
    [InlineData("", "application/pdf;q=0.1, text/html;q=0", "de, en;q=0.1", "report.en.pdf")]
    public async Task The_document_suits_the_query_first_and_then_the_headers(string query, string? accept, string? language, string file)
    {
        var server = fixture.Server;

        var reply = await server.GetAsync(Document + query, null, Headers(accept, language));

        Assert.Equal(200, reply.Status);
        Assert.Equal(ApiServer.TextOf("2026-W46", 1, file), reply.Text);
        Assert.Equal(Path.GetExtension(file) switch { ".pdf" => "application/pdf", ".html" => "text/html", _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }, reply.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(file.Split('.')[1], reply.ContentHeaders.ContentLanguage.Single());
        Assert.Equal($"sales-report-2026-W46-r1.{file["report.".Length..]}", reply.ContentHeaders.ContentDisposition?.FileName);
        Assert.Equal(["Accept", "Accept-Language", "x-api-key"], reply.Headers.Vary);
    }

    [Theory]
    [InlineData("image/png", null, "Accept")]
    [InlineData(null, "de", "Accept-Language")]
    public async Task Where_nothing_suits_the_answer_is_406_with_what_there_is(string? accept, string? language, string field)
    {
        var server = fixture.Server;

        var reply = await server.GetAsync(Document, null, Headers(accept, language));

        Assert.Equal(406, reply.Status);
        Assert.Equal(field, reply.Problem().GetProperty("field").GetString());
        Assert.Equal(field == "Accept" ? 3 : 2, reply.Problem().GetProperty("accepted").GetArrayLength());
    }

    [Fact]
    public async Task A_page_may_run_nothing_and_load_nothing()
    {
        var server = fixture.Server;

        var reply = await server.GetAsync(Document + "?format=html");

        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("noindex, nofollow", reply.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("inline", reply.ContentHeaders.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_part_of_a_document_can_be_fetched()
    {
        var server = fixture.Server;
        var whole = await server.GetAsync(Document);

        var part = await server.GetAsync(Document, null, ("Range", "bytes=2-5"));
        Assert.Equal(206, part.Status);
        Assert.Equal(whole.Text[2..6], part.Text);
        Assert.Equal($"bytes 2-5/{whole.Body.Length}", part.ContentHeaders.ContentRange?.ToString());
        Assert.Equal(206, (await server.GetAsync(Document, null, ("Range", "bytes=2-5"), ("If-Range", whole.Tag!))).Status);
        Assert.Equal(200, (await server.GetAsync(Document, null, ("Range", "bytes=2-5"), ("If-Range", "\"other\""))).Status);
        Assert.Equal(416, (await server.GetAsync(Document, null, ("Range", "bytes=100000-"))).Status);
        Assert.Equal(304, (await server.GetAsync(Document, null, ("If-None-Match", whole.Tag!))).Status);
    }

    private static (string, string)[] Headers(string? accept, string? language) =>
        [.. new[] { ("Accept", accept), ("Accept-Language", language) }.Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!))];
}
