using Microsoft.AspNetCore.Http;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Jobs;

namespace SalesReports.Api;

/// <summary>/recipients/{id}/preview and /test: what one recipient would get.</summary>
public sealed class TryRecipient(Gate gate, Delivery.Recipients recipients, RecipientRules rules, TryLetters letters, BusinessZone zone, TimeProvider clock)
{
    private const int MostAddresses = 10;
    private const string Mail = "message/rfc822";
    internal static readonly string[] Forms = [RouteParts.Json, Mail];

    public Task<IResult> PreviewAsync(HttpRequest request, string id) => gate.AdmitAsync(request, RecipientPaths.Preview, async (_, cancellationToken) =>
    {
        var period = PeriodOf(new Query(request, RecipientPaths.Preview));
        var form = Negotiation.BestType(Forms, request.GetTypedHeaders().Accept) ?? throw new ProblemException(Problems.NoPreview(request.Headers.Accept));
        var recipient = await FindAsync(id, cancellationToken);
        using var message = await WrittenAsync(() => letters.WriteAsync(recipient, period, withLinks: true, cancellationToken));
        if (form != Mail)
        {
            return Answers.Private(request, MailPreview.Of(message));
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        using var bytes = new MemoryStream();
        await message.WriteToAsync(bytes, cancellationToken);
        return Results.Bytes(bytes.ToArray(), Mail);
    });

    public Task<IResult> TestAsync(HttpRequest request, string id) => gate.AdmitAsync(request, RecipientPaths.Test, async (_, cancellationToken) =>
    {
        var period = PeriodOf(new Query(request, RecipientPaths.Test));
        var addresses = Checked(await JsonBody.ReadAsync<TestDraft>(request, RecipientPaths.Test, cancellationToken));
        var recipient = await FindAsync(id, cancellationToken);
        var outcomes = await WrittenAsync(() => letters.SendAsync(recipient, period, addresses, cancellationToken));
        return Answers.Private(request, new TestOutcomes([.. outcomes.Select(one => new TestOutcome(one.Address, one.Outcome.Status.ToString().ToLowerInvariant(), one.Outcome.Error))]));
    });

    private Period PeriodOf(Query query) => PeriodQuery.Over(query.Text("kind") ?? PeriodKind.Weekly.Name(), query.Text("period") ?? PeriodQuery.Latest, zone.Today(clock));

    private async Task<Recipient> FindAsync(string id, CancellationToken cancellationToken) =>
        (await recipients.AllAsync(cancellationToken)).FirstOrDefault(recipient => recipient.Id == id)
        ?? throw new ProblemException(Problems.NoSuch("recipient", "recipients", "id", id));

    private static async Task<T> WrittenAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (PeriodNotBuildableException early)
        {
            throw new ProblemException(Problems.NotAvailable(early.Message, latest: null));
        }
    }

    /// <summary>The rules for recipients hold for tests too: a report goes to no domain that is not allowed.</summary>
    private IReadOnlyList<string> Checked(TestDraft draft)
    {
        if (draft.Addresses is not { Count: > 0 and <= MostAddresses } addresses)
        {
            throw ListRules.Refused("addresses", null, $"a list of 1 to {Words.Of(MostAddresses)} mail addresses", []);
        }

        foreach (var (address, index) in addresses.Select((address, index) => (address, index)))
        {
            if (rules.Check(new RecipientDraft { Email = address }).Problems is [var wrong, ..])
            {
                throw new ProblemException(Problems.InvalidField($"addresses[{Words.Of(index)}]", null, wrong.Message, wrong.Accepted));
            }
        }

        return addresses;
    }
}

public sealed record TestDraft
{
    /// <summary>At most ten.</summary>
    public IReadOnlyList<string>? Addresses { get; init; }
}

/// <param name="Status"><c>accepted</c>, <c>refused</c>, <c>tryagain</c> or <c>unknown</c>.</param>
public sealed record TestOutcome(string Address, string Status, string? Error);

public sealed record TestOutcomes(IReadOnlyList<TestOutcome> Outcomes);

/// <summary>A message in parts that can be looked at.</summary>
public sealed record MailPreview(string From, string To, string Subject, IReadOnlyDictionary<string, string> Headers, string Text, string Html, IReadOnlyList<PreviewFile> Attachments)
{
    internal static MailPreview Of(MimeMessage message) => new(
        message.From.ToString(),
        message.To.ToString(),
        message.Subject ?? "",
        message.Headers.DistinctBy(header => header.Field, StringComparer.OrdinalIgnoreCase).ToDictionary(header => header.Field, header => header.Value, StringComparer.Ordinal),
        message.TextBody ?? "",
        message.HtmlBody ?? "",
        [.. message.Attachments.OfType<MimePart>().Select(PreviewFile.Of)]);
}

/// <param name="Size">Bytes of the file itself.</param>
public sealed record PreviewFile(string Name, string ContentType, long Size)
{
    internal static PreviewFile Of(MimePart part)
    {
        using var measure = new MimeKit.IO.MeasuringStream();
        part.Content?.DecodeTo(measure);
        return new PreviewFile(part.FileName ?? "", part.ContentType.MimeType, measure.Length);
    }
}
