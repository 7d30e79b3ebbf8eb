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
        Assert.DoesNotContain("://", DocsPage.Html, StringComparison.Ordinal);
    }

    private static JsonElement Document() => Parse(Encoding.UTF8.GetBytes(OpenApiDocument.Make()));

    private static JsonElement Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<JsonElement>(json);
}
