using static SalesReports.Api.RouteParts;

namespace SalesReports.Api;

/// <summary>Addresses that need no key because what is sent to them is signed.</summary>
public static class LinkPaths
{
    public const string ReportTemplate = "v1/links/{token}";
    public const string UnsubscribeTemplate = "v1/unsubscribe";
    public const string EventsTemplate = "v1/webhooks/sendgrid";

    private const long MostEvents = 4 * 1024 * 1024;

    private static readonly Parameter Token = new("token", "query", "The signed token of a mail.", """{ "type": "string", "maxLength": 1024, "examples": ["dW5zdWJzY3JpYmUKM2Y5YTBj.c2lnbmF0dXJl"] }""") { Required = true };

    public static Route Report { get; } = new("OpenLink", ReportTemplate, Role: null, "The report that a mail was about, for its recipient",
        [
            Token with { In = "path" },
            new("format", "query", "Form of the document.", $$"""{ "type": "string", "enum": {{Names(DocumentForm.Formats)}}, "default": "html" }"""),
        ],
        [new(200, "The stored document", DocumentForm.MediaTypes, null) { Headers = OfDocuments }, .. Refusals(400, 503), Refused(Problems.ReportNotKept), Refused(Problems.LinkIsOver)]);

    public static Route ShowUnsubscribe { get; } = new("ShowUnsubscribe", UnsubscribeTemplate, Role: null, "A page that asks whether to unsubscribe; changes nothing",
        [Token], [new(200, "The page", ["text/html"], null), .. Refusals(400, 503), Refused(Problems.ForeignLink)]);

    public static Route Unsubscribe { get; } = new("Unsubscribe", UnsubscribeTemplate, Role: null, "Unsubscribe with one click (RFC 8058); the body is not looked at",
        [Token], [new(200, "Done, also when it was done before", ["text/html"], null), .. Refusals(400, 503), Refused(Problems.ForeignLink)])
    { Method = "post" };

    public static Route Events { get; } = new("ReceiveEvents", EventsTemplate, Role: null, "What became of mails, as SendGrid's signed event webhook tells it",
        [
            new(ReceiveEvents.SignatureHeader, "header", "ECDSA on P-256 over timestamp and raw body, DER in base64.", """{ "type": "string", "examples": ["MEUCIQDZ2bXg5wxr3tJfL0lqk8X0cWb1T5nq5m8m0k1b2c3d4QIgEjG7q9WbXk0f3nV1c5y8pQ2r7sT6uVwXyZ0a1B2c3D0="] }""") { Required = true },
            new(ReceiveEvents.TimestampHeader, "header", "When it was signed, in seconds since 1970.", """{ "type": "string", "examples": ["1795420800"] }""") { Required = true },
        ],
        [Ok("Taken", "EventsTaken"), .. Refusals(400, 413, 415, 503), Refused(Problems.ForeignEvents), Refused(Problems.TakenBefore)])
    {
        Method = "post",
        Body = Body("Events", """[{ "email": "anna@example.com", "timestamp": 1795420800, "event": "delivered", "sg_event_id": "ZGVsaXZlcmVk", "sg_message_id": "LRzXl_NHStOGhQ4kofSm_A.recvd-1" }]""", MostEvents),
    };

    internal static IReadOnlyList<Route> All { get; } = [Report, ShowUnsubscribe, Unsubscribe, Events];
}
