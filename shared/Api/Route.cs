namespace SalesReports.Api;

/// <summary>One address of the API: what the handlers check against and what the OpenAPI document says.</summary>
/// <param name="Name">Name of the function, and the operation in the document.</param>
/// <param name="Template">Path below the host's prefix.</param>
/// <param name="Role">The least role of a key; null when anybody may call.</param>
public sealed record Route(string Name, string Template, Role? Role, string Summary, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Answer> Answers);

/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Schema">JSON Schema of the value.</param>
public sealed record Parameter(string Name, string In, string Description, string Schema);

/// <param name="ContentTypes">Empty when there is no body.</param>
/// <param name="Schema">Name of a schema of the document; null for bytes and text.</param>
public sealed record Answer(int Status, string Description, IReadOnlyList<string> ContentTypes, string? Schema);
