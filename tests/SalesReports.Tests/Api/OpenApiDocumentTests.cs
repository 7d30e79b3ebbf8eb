using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Api;
using SalesReports.Calendar;
using SalesReports.Documents;
using SalesReports.Reports;
using SalesReports.Store;

namespace SalesReports.Tests.Api;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void The_committed_document_is_what_the_code_says() =>
        Assert.True(
            OpenApiDocument.Make() == OpenApiDocument.Committed.ToString(),
            "shared/Api/openapi.json is stale; write it with: dotnet run --project infra/local -- openapi --out shared/Api/openapi.json");

    [Fact]
    public void The_committed_schema_of_a_report_is_what_the_code_says_and_holds_for_every_report()
    {
        Assert.True(ReportSchema.Make() == ReportSchema.Committed.ToString(), "shared/Api/report-1.schema.json is stale; write it as openapi.json is written.");
        var schema = Parse(ReportSchema.Committed.ToMemory().Span);
        Assert.All(ReportSamples.All, report => Assert.Empty(SchemaCheck.Faults(Parse(ReportJson.Write(report)), schema)));
    }

    [Fact]
    public void Every_route_is_in_it_with_its_parameters_and_answers()
    {
        var paths = Document().GetProperty("paths");
        Assert.Equal(Routes.All.Count, paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count()));
        foreach (var route in Routes.All)
        {
            var operation = paths.GetProperty("/api/" + route.Template).GetProperty(route.Method);
            Assert.Equal(route.Role is null, operation.GetProperty("security").GetArrayLength() == 0);
            Assert.Equal(route.Answers.Count, operation.GetProperty("responses").EnumerateObject().Count());
            Assert.Equal(route.Parameters.Select(p => p.Name), operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
            var inTemplate = route.Template.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
            Assert.Equal(inTemplate, route.Parameters.Where(p => p.In == "path").Select(p => p.Name));
        }
    }

    /// <summary>Of these forms an example would be the document, or this very description, whole.</summary>
    private static readonly (string Route, string[] Forms)[] Whole =
    [
        ("GetDocument", ["application/pdf", "text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
        ("OpenLink", ["application/pdf", "text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
        ("GetOpenApi", ["application/json"]),
        ("GetDocs", ["text/html"]),
        ("GetReportSchema", ["application/schema+json"]),
    ];

    [Fact]
    public void Every_answer_with_a_body_has_an_example_that_its_schema_takes()
    {
        foreach (var (operation, answer, form, content) in Bodies())
        {
            var example = content.TryGetProperty("example", out var own) ? own : content.TryGetProperty("examples", out var named) ? Followed(named.EnumerateObject().Single().Value).GetProperty("value") : default;
            if (example.ValueKind == JsonValueKind.Undefined)
            {
                Assert.True(int.Parse(answer, CultureInfo.InvariantCulture) < 300 && Whole.Any(whole => whole.Route == operation && whole.Forms.Contains(form)), $"{operation}, {answer}, {form} has no example");
                continue;
            }

            var faults = content.TryGetProperty("schema", out var schema) ? SchemaCheck.Faults(example, Followed(schema)).ToList() : [];
            Assert.True(faults.Count == 0, $"{operation}, {answer}: {string.Join("; ", faults)}");
            if (form == Problem.ContentType)
            {
                Assert.Equal(answer, example.GetProperty("status").GetRawText());
            }
        }
    }

    [Fact]
    public void Every_request_has_an_example_that_its_schema_takes()
    {
        foreach (var operation in Operations())
        {
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
            {
                var schema = parameter.GetProperty("schema");
                JsonElement[] examples = schema.TryGetProperty("examples", out var some) || schema.TryGetProperty("enum", out some) ? [.. some.EnumerateArray()] : [schema.GetProperty("default")];
                Assert.NotEmpty(examples);
                Assert.All(examples, example => Assert.Empty(SchemaCheck.Faults(example, schema)));
            }

            if (operation.TryGetProperty("requestBody", out var body))
            {
                var content = body.GetProperty("content").EnumerateObject().Single().Value;
                Assert.Empty(SchemaCheck.Faults(content.GetProperty("example"), Followed(content.GetProperty("schema"))));
            }
        }
    }

    [Fact]
    public void Every_example_that_lies_there_is_shown()
    {
        var names = typeof(OpenApiDocument).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("examples.", StringComparison.Ordinal)).Select(name => name["examples.".Length..]);
        var known = Routes.All.Select(route => route.Name).Concat(Routes.All.SelectMany(route => route.Answers).Select(answer => answer.Schema)).ToHashSet();

        Assert.All(names, name => Assert.Contains(name.Split('.')[0], known));
        Assert.Contains("sr_5d41402abc4b2a76_", DocsPage.Html, StringComparison.Ordinal);
        Assert.Contains("urn:salesreports:problem:changed-meanwhile", DocsPage.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_for_want_of_a_key_says_how_to_give_one_and_when_to_come_back()
    {
        foreach (var route in Routes.All.Where(route => route.Role is not null))
        {
            Assert.Equal("WWW-Authenticate", route.Answers.Single(answer => answer.Status == 401).Headers.Single().Name);
            Assert.Equal("Retry-After", route.Answers.Single(answer => answer.Status == 429).Headers.Single().Name);
        }

        Assert.All(Routes.All.Where(route => route.Parameters.Any(p => p.Name == "If-Match")), route => Assert.Superset(new HashSet<int>([412, 428]), route.Answers.Select(answer => answer.Status).ToHashSet()));
    }

    [Fact]
    public void Every_reference_points_to_a_schema()
    {
        var schemas = Document().GetProperty("components").GetProperty("schemas");
        foreach (var answer in Routes.All.SelectMany(r => r.Answers).Where(a => a.Schema is not null))
        {
            Assert.Equal(JsonValueKind.Object, schemas.GetProperty(answer.Schema!).ValueKind);
        }
    }

    [Fact]
    public void Reports_and_answers_are_as_it_says()
    {
        var schemas = Document().GetProperty("components").GetProperty("schemas");
        foreach (var report in ReportSamples.All)
        {
            Assert.Empty(SchemaCheck.Faults(Parse(ReportJson.Write(report)), schemas.GetProperty("Report")));
        }

        var list = new ReportList([ReportItem.Of(new StoredReport(Period.MonthOf(new DateOnly(2026, 10, 1)), "company", 1, DateTimeOffset.UnixEpoch, "hash"))], Cursor: null);
        Assert.Empty(SchemaCheck.Faults(Parse(JsonSerializer.SerializeToUtf8Bytes(list, ReportJson.Options)), schemas.GetProperty("ReportList")));
        Assert.Empty(SchemaCheck.Faults(Parse(JsonSerializer.SerializeToUtf8Bytes(new HealthAnswer("live", null), ReportJson.Options)), schemas.GetProperty("Health")));
        Assert.Empty(SchemaCheck.Faults(Parse(JsonSerializer.SerializeToUtf8Bytes(Problems.Unexpected("1"), ReportJson.Options)), schemas.GetProperty("Problem")));
    }

    [Fact]
    public void The_schema_check_finds_what_is_missing_foreign_or_of_another_type()
    {
        var schema = Document().GetProperty("components").GetProperty("schemas").GetProperty("Health");

        Assert.Equal(["$.status is missing"], SchemaCheck.Faults(Parse("{}"u8), schema));
        Assert.Equal(["$.status is integer, not string"], SchemaCheck.Faults(Parse("""{ "status": 1 }"""u8), schema));
        Assert.Equal(["$.more is not described"], SchemaCheck.Faults(Parse("""{ "status": "live", "more": 1 }"""u8), schema));
    }

    [Fact]
    public void Every_document_that_is_drawn_is_offered()
    {
        using var services = new ServiceCollection().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

        foreach (var renderer in services.GetServices<IDocumentRenderer>())
        {
            var form = Assert.Single(DocumentForm.All, form => form.Format == renderer.Format);
            Assert.Equal(form.MediaType, renderer.ContentType.Split(';')[0]);
        }

        var offered = Routes.Document.Parameters.Single(p => p.Name == "format").Schema;
        Assert.Equal(DocumentForm.All.Select(form => form.Format), Parse(Encoding.UTF8.GetBytes(offered)).GetProperty("enum").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public void The_report_in_it_has_exact_numbers_and_the_keys_of_a_report()
    {
        var report = Document().GetProperty("components").GetProperty("schemas").GetProperty("Report").GetProperty("properties");
        var metric = report.GetProperty("metrics").GetProperty("items").GetProperty("properties");

        Assert.Equal(["number", "null"], metric.GetProperty("value").GetProperty("type").EnumerateArray().Select(t => t.GetString()!));
        Assert.Equal("string", report.GetProperty("currency").GetProperty("type").GetString());
        Assert.Equal("date", report.GetProperty("start").GetProperty("format").GetString());
    }

    [Fact]
    public void The_page_names_every_address_and_runs_nothing()
    {
        Assert.All(Routes.All, route => Assert.Contains("/api/" + route.Template, DocsPage.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", DocsPage.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)(src|href|action)=[\"']?[a-z]*:?//|url\\(|@import", DocsPage.Html);
    }

    private static readonly JsonElement Read = Document();

    private static IEnumerable<JsonElement> Operations() => Read.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value);

    private static IEnumerable<(string Operation, string Answer, string Form, JsonElement Content)> Bodies() =>
        from operation in Operations()
        from answer in operation.GetProperty("responses").EnumerateObject()
        where answer.Value.TryGetProperty("content", out _)
        from form in answer.Value.GetProperty("content").EnumerateObject()
        select (operation.GetProperty("operationId").GetString()!, answer.Name, form.Name, form.Value);

    private static JsonElement Followed(JsonElement described) => described.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(Read, (node, part) => node.GetProperty(part))
        : described;

    private static JsonElement Document() => Parse(Encoding.UTF8.GetBytes(OpenApiDocument.Make()));

    private static JsonElement Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<JsonElement>(json);
}
