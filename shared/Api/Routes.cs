using SalesReports.Documents;
using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Every address of the API. The function classes take their templates from here, the OpenAPI document is made from here.</summary>
public static class Routes
{
    /// <summary>What the host puts before each template: <c>routePrefix</c> of host.json.</summary>
    public const string Prefix = "/api/";

    public const string ReportsTemplate = "v1/reports";
    public const string ReportTemplate = "v1/reports/{kind}/{period}";
    public const string DocumentTemplate = "v1/reports/{kind}/{period}/document";
    public const string LineageTemplate = "v1/reports/{kind}/{period}/lineage/{metric}";
    public const string MetricTemplate = "v1/metrics/{metric}";
    public const string LiveTemplate = "v1/health/live";
    public const string ReadyTemplate = "v1/health/ready";
    public const string OpenApiTemplate = "openapi.json";
    public const string DocsTemplate = "docs";
    public const string ReportSchemaTemplate = "v1/schemas/report-1.json";

    internal const int DefaultLimit = 20;
    internal const int MostItems = 100;
    internal const int LongestCursor = 2048;
    internal const int DefaultRows = 100;
    internal const int MostRows = 1000;

    private static readonly Parameter Revision = new("revision", "query", "A revision; the latest when absent.", """{ "type": "integer", "minimum": 1, "examples": [1] }""");

    private static readonly Parameter Metric = new("metric", "path", "A headline metric.", $$"""{ "type": "string", "enum": {{Names(MetricQuery.Metrics)}} }""");

    private static readonly Parameter IfNoneMatch = new("If-None-Match", "header", "ETags that the caller holds.", """{ "type": "string", "examples": ["\"9b2cf535f27731c974343645a3985328\""] }""");

    private static readonly Answer NotModified = new(304, "The caller holds these bytes", [], null) { Headers = [AnswerHeader.ETag] };

    public static Route List { get; } = new("ListReports", ReportsTemplate, Role.Reader, "Reports of the company, newest first",
        [
            Kind with { In = "query", Description = "Only this length; both when absent." },
            new("from", "query", "Periods that start on or after this day.", Day("2026-10-01")),
            new("to", "query", "Periods that end on or before this day.", Day("2026-11-22")),
            RouteParts.Cursor,
            RouteParts.Limit,
        ],
        [
            Ok("A page of reports", "ReportList"), .. Refusals(400, 401, 429, 503),
            Refused(Problems.Forbidden("The list is of the company's reports; this caller sees only team:North.")),
        ]);

    public static Route Report { get; } = new("GetReport", ReportTemplate, Role.Reader, "A report as JSON",
        [Kind, Period, Revision, Scope, IfNoneMatch],
        [
            Ok("The stored bytes of the report, with a strong ETag", "Report") with { Headers = [AnswerHeader.ETag, AnswerHeader.Vary] },
            NotModified,
            .. Refusals(400, 401, 403, 404, 429, 503),
        ]);

    public static Route Document { get; } = new("GetDocument", DocumentTemplate, Role.Reader, "A report as a document",
        [
            Kind, Period, Revision, Scope,
            new("format", "query", "Form of the document; by Accept when absent.", $$"""{ "type": "string", "enum": {{Names(DocumentForm.Formats)}} }"""),
            new("language", "query", "Language of the document; by Accept-Language when absent.", $$"""{ "type": "string", "enum": {{Names(Theme.Languages)}} }"""),
            IfNoneMatch,
            new("Range", "header", "Part of the bytes.", """{ "type": "string", "examples": ["bytes=0-1023"] }"""),
        ],
        [
            new(200, "The stored document, with a strong ETag", DocumentForm.MediaTypes, null) { Headers = [AnswerHeader.ETag, .. OfDocuments] },
            new(206, "The part asked for", DocumentForm.MediaTypes, null) { Headers = [AnswerHeader.ETag, AnswerHeader.ContentRange, .. OfDocuments] },
            NotModified,
            .. Refusals(400, 401, 403, 404, 429, 503),
            Refused(Problems.NoDocument("image/png")),
            new(416, "No such part", [], null) { Headers = [AnswerHeader.ContentRange with { Example = "bytes */98304" }] },
        ]);

    public static Route Lineage { get; } = new("GetLineage", LineageTemplate, Role.Reader, "What a figure of a report was made of",
        [
            Kind, Period, Metric, Revision, Scope,
            RouteParts.Cursor,
            new("limit", "query", "Most rows on a page.", $$"""{ "type": "integer", "minimum": 1, "maximum": {{MostRows}}, "default": {{DefaultRows}} }"""),
        ],
        [Ok("Counts, sources and a page of the contributing rows as they are stored now", "Lineage"), .. Refusals(400, 401, 403, 404, 429, 503)]);

    public static Route Metrics { get; } = new("GetMetric", MetricTemplate, Role.Reader, "A metric over time",
        [
            Metric,
            new("from", "query", "First day; twelve months before the last when absent.", Day("2026-08-01")),
            new("to", "query", "Last day, included; the end of the last complete month when absent.", Day("2026-10-31")),
            new("grain", "query", "Length of a point; cac and ltv have no days. Only whole weeks and months are told.", $$"""{ "type": "string", "enum": {{Names(MetricQuery.Grains)}}, "default": "month" }"""),
            new("by", "query", "What to split by; order values do not split by category, rates and cycles of deals only by rep, team and source, cac and ltv not at all.",
                $$"""{ "type": "string", "enum": {{Names(MetricQuery.Dimensions)}} }"""),
            Scope,
        ],
        [
            new(200, "Points, oldest first; CSV when Accept asks for it", GetMetric.Forms, "MetricSeries") { Headers = [AnswerHeader.Vary with { Example = "Accept, x-api-key" }] },
            .. Refusals(400, 401, 403, 429, 503),
            Refused(Problems.NoSeries("image/png")),
        ]);

    public static Route Live { get; } = new("HealthLive", LiveTemplate, Role: null, "Is the process up",
        [], [Ok("It is", "Health")]);

    public static Route Ready { get; } = new("HealthReady", ReadyTemplate, Role: null, "Do tables, blobs and queues answer",
        [], [Ok("They do", "Health"), Refused(Problems.NotReady(new Dictionary<string, string> { ["tables"] = "up", ["blobs"] = "down", ["queues"] = "up" }))]);

    public static Route OpenApi { get; } = new("GetOpenApi", OpenApiTemplate, Role: null, "This description, for programs",
        [], [new(200, "OpenAPI 3.1", ["application/json"], null)]);

    public static Route Docs { get; } = new("GetDocs", DocsTemplate, Role: null, "This description, for people",
        [], [new(200, "A page without scripts", ["text/html"], null)]);

    public static Route ReportSchema { get; } = new("GetReportSchema", ReportSchemaTemplate, Role: null, "The JSON Schema of a report, version 1",
        [], [new(200, "JSON Schema 2020-12", ["application/schema+json"], null)]);

    public static IReadOnlyList<Route> All { get; } =
    [
        List, Report, Document, Lineage, Metrics, .. OperationPaths.All, .. RecipientPaths.All, .. DeliveryPaths.All, .. PeoplePaths.All, .. SourcePaths.All, .. KeyPaths.All, .. LinkPaths.All,
        Live, Ready, OpenApi, Docs, ReportSchema,
    ];
}
