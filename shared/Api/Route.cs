namespace SalesReports.Api;

/// <summary>One address of the API: what the handlers check against and what the OpenAPI document says.</summary>
/// <param name="Name">Name of the function, and the operation in the document.</param>
/// <param name="Template">Path below the host's prefix.</param>
/// <param name="Role">The least role of a caller; null when anybody may call.</param>
public sealed record Route(string Name, string Template, Role? Role, string Summary, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Answer> Answers)
{
    /// <summary>The HTTP method in lower case, as the document writes it.</summary>
    public string Method { get; init; } = "get";

    /// <summary>What the caller sends; null for nothing.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>By status; what the gate itself may answer is among them.</summary>
    public IReadOnlyList<Answer> Answers { get; } = [.. Answers.Concat(RouteParts.Refusals(414, 500)).OrderBy(answer => answer.Status)];
}

/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Schema">JSON Schema of the value.</param>
public sealed record Parameter(string Name, string In, string Description, string Schema)
{
    /// <summary>A path's parameters always are.</summary>
    public bool Required { get; init; }
}

/// <param name="ContentTypes">Empty when there is no body.</param>
/// <param name="Schema">Name of a schema of the document; null for bytes and text.</param>
public sealed record Answer(int Status, string Description, IReadOnlyList<string> ContentTypes, string? Schema)
{
    /// <summary>Headers that a caller has use for.</summary>
    public IReadOnlyList<AnswerHeader> Headers { get; init; } = [];

    /// <summary>A refusal that this address gives; null where every address refuses in the same way.</summary>
    internal Problem? Problem { get; init; }
}

/// <summary>A header of an answer.</summary>
public sealed record AnswerHeader(string Name, string Description, string Example)
{
    public static AnswerHeader ETag { get; } = new("ETag", "Names this version, for If-None-Match and If-Match.", "\"9b2cf535f27731c974343645a3985328\"");

    public static AnswerHeader Vary { get; } = new("Vary", "What of the request the answer depends on.", "x-api-key");

    public static AnswerHeader ContentDisposition { get; } = new("Content-Disposition", "A name for the file.", "attachment; filename=\"sales-report-2026-W47-r1.fr.pdf\"");

    public static AnswerHeader ContentLanguage { get; } = new("Content-Language", "Language of the document.", "fr");

    public static AnswerHeader ContentRange { get; } = new("Content-Range", "Which bytes of how many.", "bytes 0-1023/98304");

    public static AnswerHeader RetryAfter { get; } = new("Retry-After", "Seconds to wait.", "42");

    public static AnswerHeader Authenticate { get; } = new("WWW-Authenticate", "How to say who calls.", "ApiKey realm=\"SalesReports\", header=\"x-api-key\"");

    public static AnswerHeader Location(string example) => new("Location", "Where to look.", example);
}

/// <param name="Schema">Name of a schema of the document; null for bytes and text.</param>
/// <param name="Example">As it is sent.</param>
/// <param name="MostBytes">A longer one is refused with 413 before it is read.</param>
public sealed record RequestBody(string ContentType, string? Schema, string Example, long MostBytes);
