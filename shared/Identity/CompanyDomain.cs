using System.Globalization;

namespace SalesReports.Identity;

/// <summary>The domain in a web address, a mail address or a bare domain, as all of them write it.</summary>
internal static class CompanyDomain
{
    private const string Web = "www.";

    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// Lower case, without scheme, mailbox, <c>www.</c>, port and path; accents as DNS writes them. Null when there is none, or
    /// when it is one that many companies share. Other subdomains stay: only the registries know where a company's name ends.
    /// </summary>
    public static string? Normalise(string? text)
    {
        var host = Host(text?.Trim().ToLowerInvariant() ?? "").Trim('.');
        host = host.StartsWith(Web, StringComparison.Ordinal) ? host[Web.Length..] : host;
        var domain = Ascii(host);
        return domain is null || !domain.Contains('.', StringComparison.Ordinal) || FreeMail.Owns(domain) ? null : domain;
    }

    private static string Host(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text[(scheme + 3)..];
        var end = text.IndexOfAny(['/', '?', '#']);
        text = end < 0 ? text : text[..end];
        text = text[(text.LastIndexOf('@') + 1)..];
        var port = text.IndexOf(':', StringComparison.Ordinal);
        return port < 0 ? text : text[..port];
    }

    private static string? Ascii(string host)
    {
        if (!host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-'))
        {
            return null;
        }

        try
        {
            return Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            // An empty or overlong label: whatever it is, it is no domain.
            return null;
        }
    }
}
