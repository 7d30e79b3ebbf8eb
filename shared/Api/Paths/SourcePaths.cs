using SalesReports.Sources.Csv.Kinds;
using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of what facts come from.</summary>
public static class SourcePaths
{
    public const string AllTemplate = "v1/sources";
    public const string PullTemplate = "v1/sources/{name}/pull";
    public const string ImportTemplate = "v1/imports/{kind}";

    /// <summary>Lines of a file; more of them are more files, or a folder that is pulled.</summary>
    internal const int MostLines = 250_000;

    private const long MostFile = 32 * 1024 * 1024;

    /// <summary>Files that are complete by themselves; lines and histories come inside their own, or from a folder.</summary>
    internal static readonly string[] Kinds = [.. ImportKind.All.Where(kind => kind != ImportKind.OrderLines && !kind.Name.EndsWith("_history", StringComparison.Ordinal)).Select(kind => kind.Name)];

    public static Route List { get; } = new("ListSources", AllTemplate, Role.Admin, "How far each source was pulled, and how its last pull ended", [], [Ok("Every source", "SourceList"), .. AdminRefusals()]);

    public static Route Pull { get; } = new("PullSource", PullTemplate, Role.Admin, "Pull a source now, of all or of some days",
        [
            new("name", "path", "A source, as the list names it.", """{ "type": "string", "maxLength": 50, "examples": ["csv"] }"""),
            new("from", "query", "First day; open when absent.", Day("2026-11-01")),
            new("to", "query", "Last day; open when absent.", Day("2026-11-22")),
            IdempotencyKey,
        ],
        [Queued(), .. AdminRefusals(422), Refused(Problems.NoSource(["csv"], "hubspot"))])
    { Method = "post" };

    public static Route Import { get; } = new("ImportFile", ImportTemplate, Role.Admin, "Import a CSV file of one kind, in its canonical columns",
        [new("kind", "path", "What the file holds.", $$"""{ "type": "string", "enum": {{Names(Kinds)}} }""")],
        [Ok("What was taken, and what was not and why", "ImportAnswer"), .. AdminRefusals(413, 415)])
    {
        Method = "post",
        Body = new RequestBody("text/csv", null, "customer_id,name\nC-1,Acme\n", MostFile),
    };

    internal static IReadOnlyList<Route> All { get; } = [List, Pull, Import];
}
