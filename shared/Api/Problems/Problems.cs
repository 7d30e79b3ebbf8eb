using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>Every problem the API answers with, in one list.</summary>
internal static class Problems
{
    private const string Prefix = "urn:salesreports:problem:";
    private const int LongestValue = 60;

    public static Problem InvalidParameter(string field, string? value, string detail, params IReadOnlyList<string> accepted) => new()
    {
        Type = Prefix + "invalid-parameter",
        Title = "A parameter is not valid",
        Status = StatusCodes.Status400BadRequest,
        Detail = detail,
        Field = Clean(field),
        Value = value is null ? null : Clean(value),
        Accepted = accepted.Count == 0 ? null : accepted,
    };

    public static Problem Unauthenticated { get; } = new()
    {
        Type = Prefix + "unauthenticated",
        Title = "A valid key or token is needed",
        Status = StatusCodes.Status401Unauthorized,
        Detail = "The header x-api-key holds no key, or one that is unknown or expired; nor is there a valid token.",
        Field = ApiKeys.Header,
    };

    public static Problem TooManyFailures(TimeSpan wait) => new()
    {
        Type = Prefix + "too-many-failures",
        Title = "Too many requests without a valid key",
        Status = StatusCodes.Status429TooManyRequests,
        Detail = string.Create(CultureInfo.InvariantCulture, $"Too many requests without a valid key came from this address; try again in {Math.Ceiling(wait.TotalSeconds)} seconds."),
        Field = ApiKeys.Header,
    };

    public static Problem Forbidden(string detail, string? field = null, string? value = null) => new()
    {
        Type = Prefix + "forbidden",
        Title = "The key does not allow this",
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
        Field = field,
        Value = value is null ? null : Clean(value),
    };

    /// <summary>Of several wrong fields the first is named in full, all of them in the sentence.</summary>
    public static Problem InvalidField(string field, string? value, string detail, params IReadOnlyList<string> accepted) => new()
    {
        Type = Prefix + "invalid-field",
        Title = "A field of the body is not valid",
        Status = StatusCodes.Status400BadRequest,
        Detail = detail,
        Field = Clean(field),
        Value = value is null ? null : Clean(value),
        Accepted = accepted.Count == 0 ? null : accepted,
    };

    public static Problem NotFound(string detail, string field, string value) => new()
    {
        Type = Prefix + "not-found",
        Title = "There is no such thing",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
        Field = field,
        Value = Clean(value),
    };

    public static Problem Conflict(string detail, string field) => new()
    {
        Type = Prefix + "conflict",
        Title = "It is in the way of something else",
        Status = StatusCodes.Status409Conflict,
        Detail = detail,
        Field = field,
    };

    public static Problem NoSuch(string thing, string all, string field, string value) => NotFound($"There is no such {thing}; the list of {all} names them all.", field, value);

    public static Problem NoOperation(string id) => NotFound("There is no such operation.", "id", id);

    public static Problem NoSource(IEnumerable<string> names, string name) => NotFound($"There is no such source; the configured ones are: {string.Join(", ", names)}.", "name", name);

    public static Problem AddressTaken { get; } = Conflict("Another recipient has this address already; one recipient an address is accepted.", "email");

    public static Problem OwnKey { get; } = Conflict("A key does not revoke itself; call with another admin key.", "id");

    public static Problem SendingIsOff { get; } = Conflict("Sending is switched off: Delivery:SendingEnabled is false.", "Delivery:SendingEnabled");

    public static Problem NotToRetry(string state) => Conflict($"The delivery is {state}; only one that is failed or unknown is sent again.", "status");

    public static Problem TakenBefore { get; } = Conflict("This very request was taken before.", ReceiveEvents.SignatureHeader);

    public static Problem ForeignEvents { get; } =
        BadSignature("The signature does not fit the timestamp and the body, or Delivery:SendGrid:WebhookKey is not set.", ReceiveEvents.SignatureHeader);

    public static Problem LinkIsOver { get; } = DeadLink("This link is over, or not whole, or its recipient gets no reports any more; use the one in your latest mail.");

    public static Problem ForeignLink { get; } = DeadLink("This link was not made here, or is not whole; use the one in your latest mail.");

    public static Problem ReportNotKept { get; } = NotAvailable("The report that this link is about is not kept any more.", latest: null);

    public static Problem NoDocument(string? accept) => NotAcceptable("Accept", accept, "A document is a PDF, an HTML page or a workbook.", DocumentForm.MediaTypes);

    public static Problem NoSeries(string? accept) => NotAcceptable("Accept", accept, "A series is JSON or CSV.", GetMetric.Forms);

    public static Problem NoPreview(string? accept) => NotAcceptable("Accept", accept, "A preview is JSON or a message.", TryRecipient.Forms);

    public static Problem ChangedMeanwhile { get; } = new()
    {
        Type = Prefix + "changed-meanwhile",
        Title = "It was changed since it was read",
        Status = StatusCodes.Status412PreconditionFailed,
        Detail = "It was changed since it was read: read it again and repeat the change with the new ETag.",
        Field = "If-Match",
    };

    public static Problem PreconditionRequired { get; } = new()
    {
        Type = Prefix + "precondition-required",
        Title = "If-Match is missing",
        Status = StatusCodes.Status428PreconditionRequired,
        Detail = "A change needs the header If-Match with the ETag that was read, so that nobody's change is lost.",
        Field = "If-Match",
        Accepted = ["the ETag of the last answer", "*"],
    };

    public static Problem KeyReused { get; } = new()
    {
        Type = Prefix + "idempotency-key-reused",
        Title = "The Idempotency-Key was used for another request",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "This Idempotency-Key stands for another request of the last day; choose a new one for a new request.",
        Field = StartedWork.Header,
    };

    public static Problem DeadLink(string detail) => new()
    {
        Type = Prefix + "dead-link",
        Title = "The link opens nothing",
        Status = StatusCodes.Status410Gone,
        Detail = detail,
    };

    public static Problem BadSignature(string detail, string field) => new()
    {
        Type = Prefix + "bad-signature",
        Title = "The request is not signed as it must be",
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
        Field = field,
    };

    public static Problem TooLarge(RequestBody body) => TooLarge($"The body of this address takes up to {Words.Bytes(body.MostBytes)}.");

    public static Problem TooLarge(string detail) => new()
    {
        Type = Prefix + "too-large",
        Title = "The body is larger than accepted",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = detail,
    };

    public static Problem UnknownParameter(string name, string? value, IReadOnlyList<string> taken) => InvalidParameter(name, value, $"'{Clean(name)}' is not a parameter of this address.", taken);

    public static Problem AddressTooLong { get; } = new()
    {
        Type = Prefix + "address-too-long",
        Title = "The address is longer than accepted",
        Status = StatusCodes.Status414UriTooLong,
        Detail = $"The address with its query takes up to {Words.Of(Gate.LongestAddress)} characters.",
    };

    public static Problem UnsupportedMediaType(string? value, string accepted) => new()
    {
        Type = Prefix + "unsupported-media-type",
        Title = "The body is in a form that is not accepted",
        Status = StatusCodes.Status415UnsupportedMediaType,
        Detail = $"The body of this address is {accepted}.",
        Field = "Content-Type",
        Value = value is null ? null : Clean(value),
        Accepted = [accepted],
    };

    public static Problem NotAvailable(string detail, string? latest) => new()
    {
        Type = Prefix + "report-not-available",
        Title = "There is no such report",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
        Latest = latest,
    };

    public static Problem NotAcceptable(string field, string? value, string detail, params IReadOnlyList<string> accepted) => new()
    {
        Type = Prefix + "not-acceptable",
        Title = "Nothing that is offered fits what is accepted",
        Status = StatusCodes.Status406NotAcceptable,
        Detail = detail,
        Field = field,
        Value = value is null ? null : Clean(value),
        Accepted = accepted,
    };

    public static Problem NotReady(IReadOnlyDictionary<string, string> dependencies) => new()
    {
        Type = Prefix + "not-ready",
        Title = "The service is not ready",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = $"No answer from: {string.Join(", ", dependencies.Where(d => d.Value != "up").Select(d => d.Key))}.",
        Dependencies = dependencies,
    };

    public static Problem IdentityUnavailable { get; } = new()
    {
        Type = Prefix + "identity-unavailable",
        Title = "The identity provider does not answer",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = "The keys that tokens are checked with cannot be had at the moment; try again shortly, or call with an API key.",
    };

    public static Problem StorageUnavailable(string id) => new()
    {
        Type = Prefix + "storage-unavailable",
        Title = "The storage does not answer",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = "The storage behind the API does not answer at the moment; try again shortly.",
        Id = id,
    };

    public static Problem Unexpected(string id) => new()
    {
        Type = Prefix + "unexpected",
        Title = "An unexpected error",
        Status = StatusCodes.Status500InternalServerError,
        Detail = "The request failed for a reason on our side; the id finds it in the log.",
        Id = id,
    };

    /// <summary>A value from outside as it may be shown: short, without control characters or halves of surrogate pairs.</summary>
    public static string Clean(string value)
    {
        var cut = value.Length > LongestValue;
        var shown = new string([.. value.Take(LongestValue).Select(c => char.IsControl(c) || char.IsSurrogate(c) || IsInvisible(c) ? '�' : c)]);
        return cut ? shown + "…" : shown;
    }

    private static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
