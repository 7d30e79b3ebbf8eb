using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using SalesReports.Delivery;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>JSON Schema 2020-12 of what is answered, derived from the records themselves.</summary>
internal static class JsonSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonObject Make() => new()
    {
        ["Report"] = Of<Report>(),
        ["ReportList"] = Of<ReportList>(),
        ["Lineage"] = Of<FigureLineage>(),
        ["MetricSeries"] = Of<MetricSeriesAnswer>(),
        ["Recipient"] = Of<RecipientAnswer>(),
        ["RecipientList"] = Of<RecipientList>(),
        ["RecipientDraft"] = Draft<RecipientDraft>("email"),
        ["KeyList"] = Of<KeyList>(),
        ["NewKey"] = Of<NewKey>(),
        ["KeyDraft"] = Draft<KeyDraft>("role"),
        ["AuditList"] = Of<AuditList>(),
        ["MailPreview"] = Of<MailPreview>(),
        ["TestDraft"] = Draft<TestDraft>("addresses"),
        ["TestOutcomes"] = Of<TestOutcomes>(),
        ["Operation"] = Of<OperationAnswer>(),
        ["SourceList"] = Of<SourceList>(),
        ["ImportAnswer"] = Of<ImportAnswer>(),
        ["TeamList"] = Of<TeamList>(),
        ["TeamsDraft"] = Draft<TeamsDraft>("teams"),
        ["TargetList"] = Of<TargetList>(),
        ["TargetsDraft"] = Draft<TargetsDraft>("targets"),
        ["Delivery"] = Of<DeliveryAnswer>(),
        ["DeliveryList"] = Of<DeliveryList>(),
        ["EventsTaken"] = Of<EventsTaken>(),
        ["Events"] = Events(),
        ["Health"] = Of<HealthAnswer>(),
        ["Problem"] = Of<Problem>(),
    };

    public static JsonObject OfReport() => Of<Report>().AsObject();

    /// <summary>The provider's own; what is not named here is left alone.</summary>
    private static JsonObject Events() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(((string[])["email", "event", "sg_event_id", "sg_message_id", "type", "reason", "delivery_id"])
                .Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = "string" }))
                .Append(KeyValuePair.Create("timestamp", (JsonNode?)new JsonObject { ["type"] = "integer" }))),
            ["required"] = new JsonArray("event", "timestamp", "sg_event_id"),
            ["additionalProperties"] = true,
        },
    };

    /// <summary>What is sent: an unknown field is refused, and nothing but <paramref name="required"/> is asked for.</summary>
    private static JsonNode Draft<T>(params string[] required)
    {
        var schema = Of<T>().AsObject();
        schema["additionalProperties"] = false;
        schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        return schema;
    }

    private static JsonNode Of<T>() => Of(typeof(T));

    private static JsonNode Of(Type type) => SchemaReferences.Resolved(ReportJson.Options.GetJsonSchemaAsNode(type, Options));

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        // A type that writes itself is unknown to the exporter.
        if (context.TypeInfo.Type == typeof(Currency))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" };
        }

        if (context.TypeInfo.Type == typeof(DateTimeOffset))
        {
            return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        }

        if (context.TypeInfo.Type == typeof(DateTimeOffset?))
        {
            return new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" };
        }

        if (context.TypeInfo.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(SectionResult<>))
        {
            return new JsonObject { ["anyOf"] = new JsonArray(Of(type.GetGenericArguments()[0]), Of<MissingSection>()) };
        }

        LetBeAbsent(context.TypeInfo, schema);
        return schema;
    }

    /// <summary>The exporter requires what a constructor does, even where the answer leaves it out at times.</summary>
    private static void LetBeAbsent(JsonTypeInfo type, JsonNode schema)
    {
        if (schema is JsonObject described && described["required"] is JsonArray required)
        {
            string[] optional = [.. type.Properties.Where(p => p.ShouldSerialize is not null).Select(p => p.Name)];
            described["required"] = new JsonArray([.. required.Select(name => name!.GetValue<string>()).Except(optional, StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }
    }
}
