using System.Text.Json;
using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void The_committed_document_is_what_the_code_says() =>
        Assert.True(
            OpenApiDocument.Make() == OpenApiDocument.Committed.ToString(),
            "shared/Api/openapi.json is stale; write it with: dotnet run --project infra/local -- openapi --out shared/Api/openapi.json");

    [Fact]
    public void Every_route_is_in_it_with_its_parameters_and_answers()
    {
        var paths = Document().GetProperty("paths");
        Assert.Equal(Routes.All.Count, paths.EnumerateObject().Count());
        foreach (var route in Routes.All)
        {
            var operation = paths.GetProperty("/api/" + route.Template).GetProperty("get");
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

    private static JsonElement Document()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Make());
        return document.RootElement.Clone();
    }
}
