using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>
/// The OpenAPI 3.1 document, made from <see cref="Routes"/> and from the records that are answered. It is committed beside the
/// code and embedded, so that a change of the API shows in a review; a test holds both together.
/// </summary>
public static class OpenApiDocument
{
    private const string SecurityScheme = "key";
    private const string TokenScheme = "token";

    private static readonly JsonSerializerOptions Layout = new(ReportJson.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The committed document.</summary>
    public static BinaryData Committed { get; } = EmbeddedText.Read("openapi.json");

    /// <summary>Writes the document as it follows from the code.</summary>
    public static Task WriteAsync(string path, CancellationToken cancellationToken) => File.WriteAllTextAsync(path, Make(), cancellationToken);

    public static string Make()
    {
        var paths = new JsonObject();
        foreach (var route in Routes.All)
        {
            var address = Routes.Prefix + route.Template;
            paths[address] ??= new JsonObject();
            paths[address]![route.Method] = Operation(route);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "SalesReports",
                ["version"] = "1",
                ["description"] = "Weekly and monthly sales reports. Version 1: changes are additive.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. Routes.All.Select(TagOf).Distinct(StringComparer.Ordinal).Select(tag => new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = JsonSchemas.Make(),
                ["examples"] = SharedExamples(),
                ["securitySchemes"] = new JsonObject
                {
                    [SecurityScheme] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "header",
                        ["name"] = ApiKeys.Header,
                        ["description"] = "A key with the role reader or admin.",
                    },
                    [TokenScheme] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                        ["description"] = "A token of Microsoft Entra ID with the role Reports.Read or Reports.Admin, where the installation takes them.",
                    },
                },
            },
        };
        return document.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Operation(Route route)
    {
        var operation = Described(route);
        if (route.Body is { } body)
        {
            operation["requestBody"] = Body(body);
        }

        return operation;
    }

    private static JsonObject Body(RequestBody body)
    {
        JsonObject content = body.Schema is null
            ? new() { ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = body.Example }
            : new() { ["schema"] = Reference(body.Schema), ["example"] = JsonNode.Parse(body.Example) };
        return new JsonObject
        {
            ["description"] = $"Up to {Words.Bytes(body.MostBytes)}.",
            ["required"] = true,
            ["content"] = new JsonObject { [body.ContentType] = content },
        };
    }

    private static JsonObject Described(Route route) => new()
    {
        ["operationId"] = route.Name,
        ["tags"] = new JsonArray(TagOf(route)),
        ["summary"] = route.Summary,
        ["description"] = route.Role is { } role ? $"Needs a key with the role {Words.Of(role)}." : "Needs no key.",
        ["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]),
        ["responses"] = new JsonObject(route.Answers.Select(answer => KeyValuePair.Create(Words.Of(answer.Status), (JsonNode?)Response(route, answer)))),
        ["security"] = route.Role is null ? new JsonArray() : new JsonArray(new JsonObject { [SecurityScheme] = new JsonArray() }, new JsonObject { [TokenScheme] = new JsonArray() }),
    };

    private static JsonObject Parameter(Parameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = parameter.In,
        ["required"] = parameter.Required || parameter.In == "path",
        ["description"] = parameter.Description,
        ["schema"] = JsonNode.Parse(parameter.Schema),
    };

    private static JsonObject Response(Route route, Answer answer)
    {
        var response = new JsonObject { ["description"] = answer.Description };
        if (answer.Headers.Count > 0)
        {
            response["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)Header(header))));
        }

        if (answer.ContentTypes.Count > 0)
        {
            response["content"] = new JsonObject(answer.ContentTypes.Select(type => KeyValuePair.Create(type, (JsonNode?)Body(route, answer, type))));
        }

        return response;
    }

    private static JsonObject Header(AnswerHeader header) => new()
    {
        ["description"] = header.Description,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = header.Example,
    };

    /// <summary>A schema describes the JSON of an answer; its other forms are text.</summary>
    private static JsonObject Body(Route route, Answer answer, string contentType)
    {
        var body = new JsonObject();
        if (answer.Schema is not null)
        {
            body["schema"] = contentType is RouteParts.Json or Problem.ContentType ? Reference(answer.Schema) : new JsonObject { ["type"] = "string" };
        }

        if (contentType == Problem.ContentType && ProblemExamples.OwnOf(route, answer) is null)
        {
            body["examples"] = new JsonObject { ["refused"] = new JsonObject { ["$ref"] = "#/components/examples/" + NameOf(answer.Status) } };
        }
        else if ((contentType == Problem.ContentType ? Node(ProblemExamples.OwnOf(route, answer)!) : Examples.Of(route, answer, contentType)) is { } example)
        {
            body["example"] = example;
        }

        return body;
    }

    private static JsonObject SharedExamples() => new(ProblemExamples.Shared.Select(shared =>
        KeyValuePair.Create(NameOf(shared.Key), (JsonNode?)new JsonObject { ["summary"] = shared.Value.Title, ["value"] = Node(shared.Value) })));

    private static string NameOf(int status) => "refused-" + Words.Of(status);

    private static JsonNode? Node(Problem problem) => JsonSerializer.SerializeToNode(problem, ReportJson.Options);

    private static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    private static string TagOf(Route route) => route.Template.Split('/') switch
    {
        [_, var resource, ..] => resource,
        _ => "description",
    };
}
