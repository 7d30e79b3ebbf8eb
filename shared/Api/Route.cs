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
public sealed record Answer(int Status, string Description, IReadOnlyList<string> ContentTypes, string? Schema);

/// <param name="Schema">Name of a schema of the document; null for bytes and text.</param>
/// <param name="Example">As it is sent.</param>
/// <param name="MostBytes">A longer one is refused with 413 before it is read.</param>
public sealed record RequestBody(string ContentType, string? Schema, string Example, long MostBytes);
