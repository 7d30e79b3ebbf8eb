namespace SalesReports.Api;

/// <summary>Parameters, bodies and refusals that several addresses share.</summary>
internal static class RouteParts
{
    public const string Json = "application/json";

    /// <summary>An admin's JSON is a form's worth; lists of teams and targets say how much more they take.</summary>
    public const long MostJson = 64 * 1024;

    public static Parameter Kind { get; } = new("kind", "path", "Length of the period.", """{ "type": "string", "enum": ["weekly", "monthly"] }""");

    public static Parameter Period { get; } = new("period", "path", "An ISO week (weekly), a month (monthly), or the latest one there is.",
        """{ "type": "string", "pattern": "^([0-9]{4}-W[0-9]{2}|[0-9]{4}-[0-9]{2}|latest)$", "examples": ["2026-W47", "2026-10", "latest"] }""");

    public static Parameter Scope { get; } = new("scope", "query", "company, team:NAME or rep:ID; what the key sees when absent, and never more than that.",
        """{ "type": "string", "maxLength": 105, "examples": ["team:North"] }""");

    public static Parameter Cursor { get; } = new("cursor", "query", "What the previous page gave back.", $$"""{ "type": "string", "maxLength": {{Routes.LongestCursor}}, "examples": ["3f9a0c1d2e4b5a67"] }""");

    public static Parameter Limit { get; } = new("limit", "query", "Most items on a page.",
        $$"""{ "type": "integer", "minimum": 1, "maximum": {{Routes.MostItems}}, "default": {{Routes.DefaultLimit}} }""");

    public static Parameter IfMatch { get; } = new("If-Match", "header", "The ETag that was read; * changes whatever is there now.", """{ "type": "string", "examples": ["*"] }""") { Required = true };

    public static Parameter IdempotencyKey { get; } = new("Idempotency-Key", "header", "Chosen by the caller; the same key never starts the work a second time within a day.",
        """{ "type": "string", "minLength": 1, "maxLength": 100, "examples": ["8e03978e-40d5-43dd-bc93-6894a57f9324"] }""");

    public static Parameter Id(string description, string pattern, string example) =>
        new("id", "path", description, $$"""{ "type": "string", "pattern": "{{pattern}}", "examples": ["{{example}}"] }""");

    public static RequestBody Body(string schema, string example, long mostBytes = MostJson) => new(Json, schema, example, mostBytes);

    public static string Day(string example) => $$"""{ "type": "string", "format": "date", "examples": ["{{example}}"] }""";

    public static Answer Ok(string description, string schema) => new(200, description, [Json], schema);

    /// <summary>With the version that a later change names in If-Match.</summary>
    public static Answer Tagged(string description, string schema) => Ok(description, schema) with { Headers = [AnswerHeader.ETag] };

    public static Answer Queued() => new(202, "Queued; Location says where to look", [Json], "Operation") { Headers = [AnswerHeader.Location(Routes.Prefix + "v1/operations/3f9a0c1d2e4b5a673f9a0c1d")] };

    public static IReadOnlyList<AnswerHeader> OfDocuments { get; } = [AnswerHeader.ContentDisposition, AnswerHeader.ContentLanguage];

    public static string Names(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(name => $"\"{name}\""))}]";

    public static IEnumerable<Answer> Refusals(params int[] statuses) =>
        statuses.Select(status => new Answer(status, Meaning(status), [Problem.ContentType], "Problem") { Headers = HeadersOf(status) });

    /// <summary>A refusal with words of its own.</summary>
    public static Answer Refused(Problem problem) => Refusals(problem.Status).Single() with { Problem = problem };

    /// <summary>What every admin route may answer, and what it may beyond that.</summary>
    public static IEnumerable<Answer> AdminRefusals(params int[] more) => Refusals([.. more.Concat([400, 401, 403, 429, 503]).Order()]);

    private static IReadOnlyList<AnswerHeader> HeadersOf(int status) => status switch
    {
        401 => [AnswerHeader.Authenticate],
        429 => [AnswerHeader.RetryAfter],
        _ => [],
    };

    private static string Meaning(int status) => status switch
    {
        400 => "A parameter, header or field is not valid; says which, and what is accepted",
        401 => "No valid key or token",
        403 => "The key or token does not allow this",
        404 => "There is no such thing; of reports it says which period is the latest",
        406 => "No form or language that the caller accepts",
        409 => "It is in the way of something else; says of what",
        410 => "The link is over, or was not made here",
        412 => "It was changed since it was read: read it again",
        413 => "The body is larger than accepted",
        414 => "The address is longer than accepted",
        415 => "The body is in a form that is not accepted",
        422 => "The Idempotency-Key was used for another request",
        428 => "If-Match is missing",
        429 => "Too many requests without a valid key",
        500 => "A fault on this side; the id finds it in the log",
        503 => "A dependency does not answer",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Say what this status means."),
    };
}
