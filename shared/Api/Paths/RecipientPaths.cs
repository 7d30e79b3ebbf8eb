using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses of those who get reports.</summary>
public static class RecipientPaths
{
    public const string AllTemplate = "v1/recipients";
    public const string OneTemplate = "v1/recipients/{id}";
    public const string PauseTemplate = "v1/recipients/{id}/pause";
    public const string ResumeTemplate = "v1/recipients/{id}/resume";

    public const string PreviewTemplate = "v1/recipients/{id}/preview";
    public const string TestTemplate = "v1/recipients/{id}/test";

    private const string SomeId = "3f9a0c1d2e4b5a67";

    private const string Example = """
        { "email": "anna@example.com", "displayName": "Anna Martin", "language": "fr", "reports": ["weekly", "monthly"], "attachments": ["pdf"], "scope": "company", "required": false }
        """;

    internal static Parameter Id { get; } = RouteParts.Id("A recipient, as the list names it.", "^[0-9a-f]{16}$", SomeId);

    public static Route List { get; } = new("ListRecipients", AllTemplate, Role.Admin, "Everybody who gets reports, by id",
        [Cursor, Limit], [Ok("A page of recipients", "RecipientList"), .. AdminRefusals()]);

    public static Route Add { get; } = new("AddRecipient", AllTemplate, Role.Admin, "Add a recipient; the next report is their first", [],
        [
            new(201, "Added; Location says where, ETag which version", [Json], "Recipient") { Headers = [AnswerHeader.ETag, AnswerHeader.Location($"{Routes.Prefix}{AllTemplate}/{SomeId}")] },
            .. AdminRefusals(413, 415),
            Refused(Problems.AddressTaken),
        ])
    { Method = "post", Body = Body("RecipientDraft", Example) };

    public static Route Get { get; } = new("GetRecipient", OneTemplate, Role.Admin, "A recipient, with an ETag", [Id], [Tagged("The recipient", "Recipient"), .. AdminRefusals(), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId))]);

    public static Route Replace { get; } = new("ReplaceRecipient", OneTemplate, Role.Admin, "Replace what is said of a recipient; a field left out takes its default", [Id, IfMatch],
        [Tagged("As it is now", "Recipient"), .. AdminRefusals(412, 413, 415, 428), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId)), Refused(Problems.AddressTaken)])
    { Method = "put", Body = Body("RecipientDraft", Example) };

    public static Route Delete { get; } = new("DeleteRecipient", OneTemplate, Role.Admin, "Remove a recipient", [Id, IfMatch],
        [new(204, "Removed", [], null), .. AdminRefusals(412, 428), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId))])
    { Method = "delete" };

    public static Route Pause { get; } = new("PauseRecipient", PauseTemplate, Role.Admin, "Send nothing to a recipient until resumed", [Id, IfMatch],
        [Tagged("As it is now", "Recipient"), .. AdminRefusals(412, 428), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId))])
    { Method = "post" };

    public static Route Resume { get; } = new("ResumeRecipient", ResumeTemplate, Role.Admin, "Send again to one who was paused, unsubscribed or bounced", [Id, IfMatch],
        [Tagged("As it is now", "Recipient"), .. AdminRefusals(412, 428), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId))])
    { Method = "post" };

    public static Route Preview { get; } = new("PreviewRecipient", PreviewTemplate, Role.Admin, "Exactly what a recipient would get; nothing is sent",
        [Id, Kind, Period], [new(200, "The message; as message/rfc822 when Accept asks for it", TryRecipient.Forms, "MailPreview"), .. AdminRefusals(), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId)), Refused(Problems.NoPreview("image/png"))])
    { Method = "post" };

    public static Route Test { get; } = new("TestRecipient", TestTemplate, Role.Admin, "Send what a recipient would get to addresses of your own, marked TEST and without its links",
        [Id, Kind, Period], [Ok("What became of each address", "TestOutcomes"), .. AdminRefusals(413, 415), Refused(Problems.NoSuch("recipient", "recipients", "id", SomeId))])
    { Method = "post", Body = Body("TestDraft", """{ "addresses": ["me@example.com"] }""") };

    private static Parameter Kind => RouteParts.Kind with { In = "query", Description = "Which report; weekly when absent." };

    private static Parameter Period => RouteParts.Period with { In = "query", Description = "Which period; the last complete one when absent." };

    internal static IReadOnlyList<Route> All { get; } = [List, Add, Get, Replace, Delete, Pause, Resume, Preview, Test];
}
