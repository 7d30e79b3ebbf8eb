namespace SalesReports.Delivery;

/// <summary>Section <c>Delivery:SendGrid</c>.</summary>
public sealed record SendGridOptions
{
    /// <summary>A key with the permission <c>mail.send</c> alone.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary><c>global</c> or <c>eu</c>; the key must have been made in the same region.</summary>
    public string Region { get; init; } = "global";

    /// <summary>The provider checks the message and sends nothing.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Another address of the service, such as a proxy; empty takes the region's own.</summary>
    public string? Host { get; init; }

    /// <summary>Public key of the provider's signed event webhook, in base64; without it events are refused.</summary>
    public string? WebhookKey { get; init; }

    public int TimeoutSeconds { get; init; } = 60;

    internal string Address => !string.IsNullOrWhiteSpace(Host) ? Host : Region == "eu" ? "https://api.eu.sendgrid.com" : "https://api.sendgrid.com";

    /// <summary>One sentence for each setting that cannot be used.</summary>
    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ApiKey) || ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            yield return "Delivery:SendGrid:ApiKey is not a key of SendGrid, which begins with 'SG.'.";
        }

        if (Region is not ("global" or "eu"))
        {
            yield return "Delivery:SendGrid:Region is not known; 'global' and 'eu' are accepted.";
        }

        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            yield return "Delivery:SendGrid:Host is not an https address such as https://api.sendgrid.com.";
        }

        if (!string.IsNullOrWhiteSpace(WebhookKey) && !WebhookSignature.IsKey(WebhookKey))
        {
            yield return "Delivery:SendGrid:WebhookKey is not a public key on P-256 in base64, as the provider's page of the signed event webhook shows it.";
        }

        if (TimeoutSeconds is < 1 or > 600)
        {
            yield return $"Delivery:SendGrid:TimeoutSeconds {TimeoutSeconds} is not accepted; 1 to 600 are.";
        }
    }
}
