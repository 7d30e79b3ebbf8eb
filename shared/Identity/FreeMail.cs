using System.Collections.Frozen;

namespace SalesReports.Identity;

/// <summary>The domains that say nothing about a company, from <c>free-mail-domains.txt</c>.</summary>
internal static class FreeMail
{
    private const string AnyEnding = ".*";

    private static readonly FrozenSet<string> Domains = Read();

    public static bool Owns(string domain) =>
        Domains.Contains(domain) || (domain.IndexOf('.', StringComparison.Ordinal) is var dot && Domains.Contains(domain[..dot] + AnyEnding));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(FreeMail).Assembly.GetManifestResourceStream("free-mail-domains.txt")
            ?? throw new InvalidOperationException("The list of free mail domains is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
