using MailKit.Security;

namespace SalesReports.Delivery;

/// <summary>Section <c>Delivery:Smtp</c>: a mail relay of the company or of a provider.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary><c>starttls</c> (the connection must become encrypted), <c>tls</c> (encrypted from the first byte) or <c>none</c> (a relay on the same machine).</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>Without one the relay takes mail by address.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public int TimeoutSeconds { get; init; } = 60;

    internal static IReadOnlyDictionary<string, SecureSocketOptions> Securities { get; } = new Dictionary<string, SecureSocketOptions>(StringComparer.Ordinal)
    {
        ["starttls"] = SecureSocketOptions.StartTls,
        ["tls"] = SecureSocketOptions.SslOnConnect,
        ["none"] = SecureSocketOptions.None,
    };

    /// <summary>One sentence for each setting that cannot be used.</summary>
    internal IEnumerable<string> Problems()
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return "Delivery:Smtp:Host is not the name of a mail relay such as smtp.example.com.";
        }

        if (Port is < 1 or > 65535)
        {
            yield return $"Delivery:Smtp:Port {Port} is not a port; 1 to 65535 are accepted (587 for starttls, 465 for tls).";
        }

        if (!Securities.ContainsKey(Security))
        {
            yield return $"Delivery:Smtp:Security is not known; {string.Join(", ", Securities.Keys.Select(name => $"'{name}'"))} are accepted.";
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return "Delivery:Smtp:User and Delivery:Smtp:Password go together: set both or neither.";
        }

        if (!string.IsNullOrEmpty(Password) && Security == "none" && Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return "Delivery:Smtp:Security 'none' would send the password in the clear; 'starttls' or 'tls' are accepted with a password.";
        }

        if (TimeoutSeconds is < 1 or > 600)
        {
            yield return $"Delivery:Smtp:TimeoutSeconds {TimeoutSeconds} is not accepted; 1 to 600 are.";
        }
    }
}
