using System.Globalization;
using System.Text.Json;
using SalesReports.Api;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Api;

/// <summary>The committed document against the running host: every answer that it names is had by a real call, and is as it says.</summary>
public sealed class ContractTests(ContractWorld world) : IClassFixture<ContractWorld>
{
    private static readonly JsonElement Document = JsonSerializer.Deserialize<JsonElement>(OpenApiDocument.Committed);

    public static TheoryData<string> Operations { get; } = [.. Described().Select(operation => operation.GetProperty("operationId").GetString()!)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_success_of_the_document_is_had_in_each_of_its_forms(string operation)
    {
        var (route, described) = Find(operation);
        var successes = described.EnumerateObject().Where(answer => StatusOf(answer) < 400).ToList();
        Assert.Contains(successes, answer => StatusOf(answer) < 300);
        foreach (var answer in successes)
        {
            var forms = answer.Value.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(form => form.Name) : [""];
            foreach (var form in forms)
            {
                var reply = await (await SucceedAsync(route, StatusOf(answer), form)).SendAsync(world.Server);
                AssertIsAs(route, reply, answer, form);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_refusal_of_the_document_is_had_with_its_problem(string operation)
    {
        var (route, described) = Find(operation);
        foreach (var answer in described.EnumerateObject().Where(answer => StatusOf(answer) >= 400 && !Refusals.NotByCallers.Contains(StatusOf(answer))))
        {
            var reply = StatusOf(answer) == Refusals.TooMany ? await TryTooOftenAsync(route) : await (await new Refusals(world).EarnAsync(route, StatusOf(answer))).SendAsync(world.Server);
            var form = answer.Value.TryGetProperty("content", out var content) ? content.EnumerateObject().Single().Name : "";
            AssertIsAs(route, reply, answer, form);
            if (form.Length > 0)
            {
                var example = ProblemExamples.Of(route, route.Answers.Single(own => own.Status == reply.Status));
                Assert.Equal((example.Type, example.Title), (reply.Problem().GetProperty("type").GetString(), reply.Problem().GetProperty("title").GetString()));
            }

            // What was refused for want of a key counts for a minute.
            world.Server.World.Clock.Advance(FailedAttempts.Window);
        }
    }

    [Fact]
    public async Task What_a_draft_leaves_out_is_named_and_a_wrong_type_is_too()
    {
        var (missing, wrong) = (await world.Server.AdminAsync(HttpMethod.Post, "/api/v1/keys", "{}"), await world.Server.AdminAsync(HttpMethod.Post, "/api/v1/keys", """{ "role": 1 }"""));

        Assert.Equal((400, "role"), (missing.Status, missing.Problem().GetProperty("field").GetString()));
        Assert.Equal((400, "role"), (wrong.Status, wrong.Problem().GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Every_example_of_a_body_is_taken_as_it_stands()
    {
        foreach (var route in Routes.All.Where(route => route is { Body: not null, Role: not null } && route != RecipientPaths.Replace))
        {
            var call = await world.WellAsync(route);
            var reply = await (call with { Body = route.Body!.Example }).SendAsync(world.Server);
            Assert.True(reply.Status is 200 or 201, $"{route.Name} answered {reply.Status}: {reply.Text}");
        }
    }

    private static IEnumerable<JsonElement> Described() => Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value);

    private static (Route Route, JsonElement Answers) Find(string operation) => (
        Routes.All.Single(route => route.Name == operation),
        Described().Single(one => one.GetProperty("operationId").GetString() == operation).GetProperty("responses"));

    private static int StatusOf(JsonProperty answer) => int.Parse(answer.Name, CultureInfo.InvariantCulture);

    private async Task<Call> SucceedAsync(Route route, int status, string form)
    {
        var well = await world.WellAsync(route);
        var call = form.Length == 0 ? well
            : route.Parameters.Any(parameter => parameter.Name == "format") ? well.Asking("format=" + DocumentForm.All.Single(own => own.MediaType == form).Format)
            : well.With("Accept", form);
        return status switch
        {
            206 => call.With("Range", "bytes=0-9"),
            304 => call.With("If-None-Match", (await call.SendAsync(world.Server)).Tag!),
            _ => call,
        };
    }

    private async Task<Reply> TryTooOftenAsync(Route route)
    {
        for (var i = 0; i < FailedAttempts.Allowed; i++)
        {
            await world.Server.GetAsync("/api/v1/reports", "");
        }

        return await (await world.WellAsync(route) with { Key = "" }).SendAsync(world.Server);
    }

    private static void AssertIsAs(Route route, Reply reply, JsonProperty answer, string form)
    {
        Assert.True(reply.Status == StatusOf(answer), $"{route.Name} answered {reply.Status} instead of {answer.Name}: {reply.Text[..Math.Min(500, reply.Text.Length)]}");
        foreach (var header in answer.Value.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().Select(header => header.Name) : [])
        {
            Assert.True(reply.Headers.NonValidated.Contains(header) || reply.ContentHeaders.NonValidated.Contains(header), $"{route.Name} answered {reply.Status} without {header}");
        }

        if (form.Length == 0)
        {
            Assert.Empty(reply.Body);
            return;
        }

        Assert.Equal(form, reply.ContentHeaders.ContentType?.MediaType);
        Assert.NotEmpty(reply.Body);
        if (answer.Value.GetProperty("content").GetProperty(form).TryGetProperty("schema", out var schema) && schema.TryGetProperty("$ref", out var reference))
        {
            var faults = SchemaCheck.Faults(reply.Json(), Document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]));
            Assert.True(!faults.Any(), $"{route.Name}, {reply.Status}: {string.Join("; ", faults.Take(5))}");
        }
    }
}
