using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>The fake provider is as strict as the real one says it is: what it takes is worth something.</summary>
public sealed class SendGridLimitsTests
{
    private const string Plain = """
        {"from":{"email":"r@example.com"},"subject":"s","personalizations":[{"to":[{"email":"a@example.com"}],"custom_args":{"delivery_id":"d"}}],"content":[{"type":"text/plain","value":"t"}],"categories":["c"]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", """[{"to":[]}]""", "personalizations")]
    [InlineData("personalizations", """[{"to":[{"email":"a@example.com"}],"cc":[{"email":"A@example.com"}]}]""", "personalizations.0.to")]
    [InlineData("personalizations", """[{"to":[{"email":"a@example.com"}],"headers":{"DKIM-Signature":"x"}}]""", "personalizations.0.headers")]
    [InlineData("personalizations", """[{"to":[{"email":"a@example.com"}],"custom_args":{"n":1}}]""", "personalizations.0.custom_args")]
    [InlineData("custom_args", """{"a":"b"}""", "categories")]
    [InlineData("categories", """["a","a"]""", "categories")]
    [InlineData("categories", """["1","2","3","4","5","6","7","8","9","10","11"]""", "categories")]
    [InlineData("subject", "\"\"", "from")]
    [InlineData("from", "{}", "from")]
    [InlineData("content", """[{"type":"text/html","value":"h"},{"type":"text/plain","value":"t"}]""", "content")]
    [InlineData("content", """[{"type":"text/plain","value":""}]""", "content")]
    [InlineData("attachments", """[{"content":"QQ==","filename":"a;b.pdf"}]""", "attachments")]
    [InlineData("attachments", """[{"filename":"a.pdf"}]""", "attachments")]
    [InlineData("send_at", "1795960801", "send_at")]
    public void What_the_provider_would_refuse_is_refused_by_field(string field, string value, string told)
    {
        var mail = JsonNode.Parse(Plain)!;
        Assert.Null(SendGridLimits.Fault(mail, Now));
        mail[field] = JsonNode.Parse(value);

        Assert.Equal(told, SendGridLimits.Fault(mail, Now)?.Field);
    }

    [Fact]
    public void Lengths_and_counts_have_their_limits()
    {
        Assert.Equal("personalizations.0.custom_args", With(mail => mail["personalizations"]![0]!["custom_args"]!["delivery_id"] = new string('x', 10_000)));
        Assert.Equal("personalizations.0.substitutions", With(mail => mail["personalizations"]![0]!["substitutions"] = new JsonObject { ["a"] = new string('x', 10_000) }));
        Assert.Equal("categories", With(mail => mail["categories"] = new JsonArray(new string('x', 256))));
        Assert.Equal("personalizations.0.to", With(mail => mail["personalizations"]![0]!["to"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(n => (JsonNode)new JsonObject { ["email"] = $"{n}@example.com" })])));
        Assert.Equal("asm.groups_to_display", With(mail => mail["asm"] = new JsonObject { ["groups_to_display"] = new JsonArray([.. Enumerable.Range(0, 26).Select(n => (JsonNode)n)]) }));

        static string? With(Action<JsonNode> change)
        {
            var mail = JsonNode.Parse(Plain)!;
            change(mail);
            return SendGridLimits.Fault(mail, Now)?.Field;
        }
    }

    [Fact]
    public async Task Over_HTTP_it_asks_for_the_key_and_JSON_and_names_the_field_of_a_400()
    {
        await using var provider = await FakeSendGrid.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(provider, Plain, "SG.other", "application/json")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(provider, Plain, FakeSendGrid.Key, "text/plain")).Status);
        var (status, body) = await PostAsync(provider, Plain.Replace("\"s\"", "\"\"", StringComparison.Ordinal), FakeSendGrid.Key, "application/json");
        Assert.Equal((HttpStatusCode.BadRequest, "from"), (status, JsonDocument.Parse(body).RootElement.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Empty(provider.Accepted);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(provider, Plain, FakeSendGrid.Key, "application/json")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(FakeSendGrid provider, string body, string key, string type)
    {
        using var client = new HttpClient { BaseAddress = new Uri(provider.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.PostAsync("/v3/mail/send", content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
