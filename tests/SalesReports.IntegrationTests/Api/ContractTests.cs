using System.Text.Json;
using SalesReports.Api;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Api;

/// <summary>The running host against its own description: each address answers as the document says it does.</summary>
public sealed class ContractTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_address_answers_with_a_status_and_a_form_that_the_document_names()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        await server.PublishAsync("2026-W47");
        var document = (await server.GetAsync("/api/openapi.json", "")).Json();

        foreach (var route in Routes.All)
        {
            var operation = document.GetProperty("paths").GetProperty(Routes.Prefix + route.Template).GetProperty(route.Method);
            foreach (var key in (string[])[server.Keys.Admin, server.Keys.Reader, ""])
            {
                // Its lineage needs a whole report, of which there is a stand-in here: LineageTests have one.
                if (route == Routes.Lineage && key.Length > 0)
                {
                    continue;
                }

                var reply = await server.CallAsync(route, key);
                Assert.True(operation.GetProperty("responses").TryGetProperty(reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var described), $"{route.Name} answered {reply.Status}: {reply.Text}");
                AssertForm(route, reply, described);
            }
        }
    }

    [Fact]
    public async Task Every_admin_address_with_nothing_in_its_path_answers_its_own_example()
    {
        await using var server = await ApiServer.StartAsync(azurite);

        foreach (var route in Routes.All.Where(route => route.Role == Role.Admin && !route.Parameters.Any(parameter => parameter.In == "path" || parameter.Required)))
        {
            var reply = await server.CallAsync(route, server.Keys.Admin);
            Assert.True(reply.Status is 200 or 201, $"{route.Name} answered {reply.Status}: {reply.Text}");
        }
    }

    [Fact]
    public async Task Nonsense_in_any_body_path_or_parameter_is_never_a_500()
    {
        await using var server = await ApiServer.StartAsync(azurite);
        string[] texts = ["%27", "%27%20or%20PartitionKey%20ne%20%27", "..%2f..%2fkeys", "%00", "%0d%0a", "%F0%9F%92%A9", "z~", new string('a', 3000), "0", "-1"];
        string[] bodies = ["", "{", "null", "[]", "[null]", "1", "\"\"", "{\"\":1}", "{\"email\":{}}", "{\"teams\":[[]]}", "{\"targets\":[{\"value\":1e999}]}", "{\"a\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"email\":\"\\ud800@example.com\"}", new string('[', 200), "\u0000", "{\"role\":\"reader\",\"expires\":\"9999-99-99\"}"];
        foreach (var route in Routes.All.Where(route => route.Role is not null || route.Method != "get"))
        {
            foreach (var text in texts)
            {
                var path = route.Parameters.Where(parameter => parameter.In == "path").Aggregate(Routes.Prefix + route.Template, (address, parameter) => address.Replace($"{{{parameter.Name}}}", text, StringComparison.Ordinal));
                var query = route.Parameters.FirstOrDefault(parameter => parameter.In == "query")?.Name ?? "x";
                await AssertAnswersAsync(server, route, $"{path}?{query}={text}", route.Body?.Example);
            }

            foreach (var body in route.Body is null ? [] : bodies)
            {
                await AssertAnswersAsync(server, route, ApiServer.PathOf(route), body);
            }
        }
    }

    private static async Task AssertAnswersAsync(ApiServer server, Route route, string path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, route.Body!.ContentType);
        var reply = await server.SendAsync(new HttpMethod(route.Method.ToUpperInvariant()), path, content, server.Keys.Admin, ("If-Match", "*"), ("Idempotency-Key", "'"));
        Assert.True(reply.Status < 500, $"{route.Method} {path[..Math.Min(path.Length, 120)]} with {body} answered {reply.Status}");
    }

    private static void AssertForm(Route route, Reply reply, JsonElement described)
    {
        if (!described.TryGetProperty("content", out var content))
        {
            Assert.Empty(reply.Body);
            return;
        }

        var form = reply.ContentHeaders.ContentType?.MediaType;
        Assert.True(content.TryGetProperty(form!, out _), $"{route.Name} answered {reply.Status} as {form}");
        if (form == "application/problem+json")
        {
            reply.Problem();
        }
    }
}
