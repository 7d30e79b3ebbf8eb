using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Reports;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Sections as the report's JSON has them.</summary>
internal static class SectionJson
{
    public static JsonNode? Node(object? section) => JsonSerializer.SerializeToNode(section, ReportJson.Options);

    public static string Text(object? section) => JsonSerializer.Serialize(section, ReportJson.Options);
}
