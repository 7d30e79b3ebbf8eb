using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of API keys, and of who changed what.</summary>
public static class KeyPaths
{
    public const string AllTemplate = "v1/keys";
    public const string OneTemplate = "v1/keys/{id}";
    public const string AuditTemplate = "v1/audit";

    private const string SomeId = "5d41402abc4b2a76";

    public static Route List { get; } = new("ListKeys", AllTemplate, Role.Admin, "Every key, without its text", [Cursor, Limit], [Ok("A page of keys", "KeyList"), .. AdminRefusals()]);

    public static Route Add { get; } = new("AddKey", AllTemplate, Role.Admin, "Make a key; its text is shown this once", [],
        [new(201, "Made; keep the text, it cannot be had again", [Json], "NewKey") { Headers = [AnswerHeader.Location($"{Routes.Prefix}{AllTemplate}/{SomeId}")] }, .. AdminRefusals(413, 415)])
    { Method = "post", Body = Body("KeyDraft", """{ "name": "dashboard", "role": "reader", "scope": "team:North", "expires": "2027-11-23T00:00:00Z" }""") };

    public static Route Delete { get; } = new("DeleteKey", OneTemplate, Role.Admin, "Revoke a key: refused everywhere within a minute",
        [RouteParts.Id("A key, as the list names it.", "^[0-9a-f]{16}$", SomeId)], [new(204, "Revoked", [], null), .. AdminRefusals(), Refused(Problems.NoSuch("key", "keys", "id", SomeId)), Refused(Problems.OwnKey)])
    { Method = "delete" };

    public static Route Audit { get; } = new("ListAudit", AuditTemplate, Role.Admin, "Who changed what, newest first", [Cursor, Limit], [Ok("A page of changes", "AuditList"), .. AdminRefusals()]);

    internal static IReadOnlyList<Route> All { get; } = [List, Add, Delete, Audit];
}
