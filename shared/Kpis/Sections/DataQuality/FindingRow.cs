using System.Text.Json;

namespace SalesReports.Kpis.Sections.DataQuality;

/// <summary>Something odd in the period's facts that people should look at. Source: metrics.md, rules 4 and 8, and section 15.</summary>
/// <param name="Kind">Such as <c>unknown_rep</c> or <c>missing_cost</c>.</param>
/// <param name="FactKind">Of what, such as <c>orders</c>.</param>
/// <param name="Count">How many of them.</param>
/// <param name="Examples">The first few.</param>
public sealed record FindingRow(string Kind, string FactKind, int Count, IReadOnlyList<FindingExample> Examples)
{
    internal static IReadOnlyList<FindingRow> Of(SectionInputs inputs) => [.. inputs.Findings.Select(found => new FindingRow(
        Name(found.Kind), Name(found.FactKind), found.Count, [.. found.Examples.Select(example => new FindingExample(example.Source, example.FactId, example.Value))]))];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

/// <param name="Source">Empty for what was joined when the report was built.</param>
/// <param name="Id">The fact's id, a sku without a cost, or a currency without a rate.</param>
/// <param name="Value">What was found, such as the unknown rep's id.</param>
public sealed record FindingExample(string Source, string Id, string? Value);
