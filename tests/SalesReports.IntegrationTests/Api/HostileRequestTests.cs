using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SalesReports.IntegrationTests.Api;

public sealed class HostileRequestTests(OneWeekServer fixture) : IClassFixture<OneWeekServer>
{
    private const string Week = "/api/v1/reports/weekly/2026-W46";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/reports/yearly/2026", "kind")]
    [InlineData("/api/v1/reports/Weekly/2026-W46", "kind")]
    [InlineData("/api/v1/reports/weekly/2026-10", "period")]
    [InlineData("/api/v1/reports/monthly/2026-W46", "period")]
    [InlineData("/api/v1/reports/weekly/2026-W54", "period")]
    [InlineData("/api/v1/reports/weekly/2026-W00", "period")]
    [InlineData("/api/v1/reports/monthly/2026-13", "period")]
    [InlineData("/api/v1/reports/monthly/0000-01", "period")]
    [InlineData("/api/v1/reports/weekly/Latest", "period")]
    [InlineData("/api/v1/reports/weekly/2026-W46'%20or%20'1'%20eq%20'1", "period")]
    [InlineData("/api/v1/reports/weekly/..%2F..%2Fkeys", "period")]
    [InlineData("/api/v1/reports/weekly/%5C..%5C", "period")]
    [InlineData("/api/v1/reports/weekly/%0d%0aSet-Cookie:x", "period")]
    [InlineData("/api/v1/reports/weekly/%EF%BC%92026-W46", "period")]
    [InlineData("/api/v1/reports/weekly/%ff%fe", "period")]
    [InlineData(Week + "?revision=0", "revision")]
    [InlineData(Week + "?revision=-1", "revision")]
    [InlineData(Week + "?revision=1;drop", "revision")]
    [InlineData(Week + "?revision=99999999999", "revision")]
    [InlineData(Week + "?scope=everything", "scope")]
    [InlineData(Week + "?scope=team:..%2F..%2Fx", "scope")]
    [InlineData(Week + "?scope=team:%00", "scope")]
    [InlineData(Week + "?format=pdf", "format")]
    [InlineData(Week + "/document?format=docx", "format")]
    [InlineData(Week + "/document?format=../report", "format")]
    [InlineData(Week + "/document?language=de", "language")]
    [InlineData(Week + "/document?lang=fr", "lang")]
    [InlineData("/api/v1/reports?from=2026-11-02&to=2026-11-01", "from")]
    [InlineData("/api/v1/reports?cursor=", "cursor")]
    [InlineData("/api/v1/reports?cursor=nonsense", "cursor")]
    [InlineData("/api/v1/reports?cursor=%27%20or%20true", "cursor")]
    [InlineData("/api/v1/reports?limit=1000", "limit")]
    [InlineData("/api/v1/reports?kind=weekly&kind=monthly", "kind")]
    public async Task A_malformed_request_is_400_and_says_what_is_accepted(string path, string field)
    {
        var server = fixture.Server;
        var reply = await server.GetAsync(path);

        Assert.Equal(400, reply.Status);
        Assert.Equal(field, reply.Problem().GetProperty("field").GetString());
        Assert.True(reply.Problem().GetProperty("accepted").GetArrayLength() > 0);
        Assert.DoesNotContain(reply.Problem().GetProperty("detail").GetString()!, char.IsControl);
    }

    [Fact]
    public async Task Hostile_text_anywhere_is_never_a_500()
    {
        var server = fixture.Server;
        string[] hostile =
        [
            "'", "''", "' or PartitionKey ne '", "\"", "..%2f..%2f", "%00", "%0d%0a", "%", "%zz", "%c0%ae", "{0}", "$filter", "<script>", "latest%00", "~", "l~",
            new string('a', 5_000), "%F0%9F%92%A9", "%ED%A0%80", "team:%27%3B", "rep:" + new string('%', 3), "company%20",
        ];
        string[] places =
        [
            "/api/v1/reports/{0}/2026-W46", "/api/v1/reports/weekly/{0}", "/api/v1/reports/weekly/{0}/document", "/api/v1/reports/weekly/2026-W46?scope={0}",
            "/api/v1/reports/weekly/2026-W46?scope=team:{0}", "/api/v1/reports/weekly/2026-W46?revision={0}", "/api/v1/reports/weekly/2026-W46?{0}=1", "/api/v1/reports?cursor={0}",
            "/api/v1/reports?kind={0}", "/api/v1/reports?from={0}", "/api/v1/reports?limit={0}", "/api/v1/reports/weekly/2026-W46/document?format={0}", "/api/v1/reports/weekly/2026-W46/document?language={0}",
        ];
        foreach (var place in places)
        {
            foreach (var text in hostile)
            {
                var status = await RawStatusAsync(server, place.Replace("{0}", text, StringComparison.Ordinal), server.Keys.Reader);
                Assert.True(status is 400 or 404 or 414, $"{place} with {text} gave {status}");
            }
        }

        foreach (var header in (string[])["Accept", "Accept-Language", "If-None-Match", "Range", "If-Range", "X-Forwarded-For"])
        {
            foreach (var value in (string[])["", "'", ";;;,,,", "\"", "*;q=x", "bytes=9-1", "bytes=-", "bytes=0-0,2-2,4-4", new string(',', 5_000), new string('a', 10_000), "é\u0001"])
            {
                var status = await RawStatusAsync(server, Week + "/document", server.Keys.Reader, $"{header}: {value}");
                Assert.True(status is 200 or 206 or 304 or 400 or 406 or 416, $"{header}: {value} gave {status}");
            }
        }

        foreach (var key in (string[])["'", new string('k', 10_000), "sr_" + new string('\'', 16) + "_x", "sr_%00", "é"])
        {
            Assert.True(await RawStatusAsync(server, Week, key) is 400 or 401);
        }
    }

    /// <summary>Sent as it is: an HTTP client would tidy it up, or refuse to send it.</summary>
    private static async Task<int> RawStatusAsync(ApiServer server, string target, string key, string header = "X-Nothing: 1")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        var request = $"GET {target.Replace(' ', '+')} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nx-api-key: {key}\r\n{header}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(Cancellation);
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
