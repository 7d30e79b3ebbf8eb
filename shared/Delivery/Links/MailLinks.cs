using Microsoft.Extensions.Options;
using MimeKit;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>The links of a mail: signed, without login, bound to the recipient. Without <c>PublicBaseUrl</c> there are none. Source: delivery.md.</summary>
public sealed class MailLinks(LinkSigner signer, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>Path of the online report below the public address; the token follows.</summary>
    public const string ReportPath = "/api/v1/links/";

    /// <summary>Path of unsubscribing below the public address.</summary>
    public const string UnsubscribePath = "/api/v1/unsubscribe?token=";

    private const string UnsubscribeMark = "unsubscribe";

    private readonly string? _base = string.IsNullOrWhiteSpace(options.Value.PublicBaseUrl) ? null : options.Value.PublicBaseUrl.Trim().TrimEnd('/');

    /// <summary>The online report; null without a public address.</summary>
    public async Task<Uri?> ReportAsync(Recipient recipient, Period period, string scope, int revision, CancellationToken cancellationToken) => _base is null
        ? null
        : new Uri(_base + ReportPath + await signer.SignAsync(new ReportLink(recipient.Id, period, scope, revision, clock.GetUtcNow() + ReportLink.Lifetime).Said, cancellationToken));

    /// <summary>The same link, opening the report as a file.</summary>
    /// <param name="ending"><c>pdf</c> or <c>xlsx</c>.</param>
    public static Uri FileOf(Uri online, string ending) => new($"{online.AbsoluteUri}?format={ending}");

    /// <summary>Null when the token was not signed here, or is over.</summary>
    public async Task<ReportLink?> ReadReportAsync(string token, CancellationToken cancellationToken) =>
        ReportLink.Read(await signer.ReadAsync(token, cancellationToken)) is { } link && clock.GetUtcNow() < link.Expires ? link : null;

    /// <summary>Where unsubscribing starts; null without a public address. Never over: an old mail may be the one at hand.</summary>
    public async Task<Uri?> UnsubscribeAsync(Recipient recipient, CancellationToken cancellationToken) => _base is null
        ? null
        : new Uri(_base + UnsubscribePath + await signer.SignAsync($"{UnsubscribeMark}\n{recipient.Id}", cancellationToken));

    /// <summary>The recipient's id; null when the token was not signed here.</summary>
    public async Task<string?> ReadUnsubscribeAsync(string? token, CancellationToken cancellationToken) =>
        (await signer.ReadAsync(token, cancellationToken))?.Split('\n') is [UnsubscribeMark, var recipient] ? recipient : null;

    /// <summary>The headers of RFC 8058 and RFC 2369; one click needs an https address.</summary>
    public async Task AddHeadersAsync(MimeMessage message, Recipient recipient, CancellationToken cancellationToken)
    {
        var address = await UnsubscribeAsync(recipient, cancellationToken);
        var mail = string.IsNullOrWhiteSpace(options.Value.UnsubscribeAddress) ? null : $"mailto:{options.Value.UnsubscribeAddress.Trim()}?subject=unsubscribe";
        string[] ways = [.. new[] { address?.AbsoluteUri, mail }.OfType<string>().Select(way => $"<{way}>")];
        if (ways.Length > 0)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, string.Join(", ", ways));
        }

        if (address is not null)
        {
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }
}
