using System.Text.Json;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>The JSON Schema of a report, made from its records; committed, embedded and held together with them by a test.</summary>
public static class ReportSchema
{
    /// <summary>Stands beside the committed OpenAPI document.</summary>
    public const string FileName = "report-1.schema.json";

    private static readonly JsonSerializerOptions Layout = new(ReportJson.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The committed schema.</summary>
    public static BinaryData Committed { get; } = EmbeddedText.Read(FileName);

    public static Task WriteAsync(string path, CancellationToken cancellationToken) => File.WriteAllTextAsync(path, Make(), cancellationToken);

    public static string Make()
    {
        var schema = JsonSchemas.OfReport();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", Routes.Prefix + Routes.ReportSchemaTemplate);
        schema.Insert(2, "title", "A weekly or monthly report of SalesReports, version 1");
        return schema.ToJsonString(Layout) + "\n";
    }
}
