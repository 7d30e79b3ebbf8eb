using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>What compares must see.</summary>
public sealed class SectionDifferencesTests
{
    [Theory]
    [InlineData("""{ "rows": [{ "id": "a", "x": 1 }, { "id": "b", "x": 2 }] }""", """{ "rows": [{ "id": "b", "x": 2, "y": 3 }, { "id": "a", "x": 1 }] }""", 0)]
    [InlineData("""{ "rows": [{ "id": "a", "x": 1 }] }""", """{ "rows": [{ "id": "a", "x": 2 }] }""", 1)]
    [InlineData("""{ "rows": [{ "id": "a", "x": 1 }] }""", """{ "rows": [{ "id": "a", "x": 1 }, { "id": "b", "x": 2 }] }""", 1)]
    [InlineData("""{ "rows": [{ "id": "a", "x": 1 }] }""", """{ "rows": [] }""", 2)]
    [InlineData("""{ "rows": [] }""", """{ "rows": null }""", 1)]
    [InlineData("""{ "callList": [{ "customerId": "a" }, { "customerId": "b" }] }""", """{ "callList": [{ "customerId": "b" }, { "customerId": "a" }] }""", 2)]
    [InlineData("""{ "new": ["a", "b"] }""", """{ "new": ["b", "a"] }""", 2)]
    [InlineData("""{ "revenue": [null, { "from": 1 }] }""", """{ "revenue": [{ "from": 1 }, null] }""", 2)]
    [InlineData("""{ "cohorts": [{ "source": "a", "cohort": "1", "x": 1 }, { "source": "a", "cohort": "2", "x": 2 }] }""", """{ "cohorts": [{ "source": "a", "cohort": "2", "x": 2 }, { "source": "a", "cohort": "1", "x": 1 }] }""", 0)]
    public void A_row_is_found_by_its_key_or_its_place(string expected, string actual, int differences) =>
        Assert.Equal(differences, SectionDifferences.Of(JsonNode.Parse(expected), JsonNode.Parse(actual), 1e-9m).Count);
}
