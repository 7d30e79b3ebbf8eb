using System.Text.RegularExpressions;

namespace SalesReports.Delivery;

/// <summary>Makes somebody else's words fit for the ledger: one line, bounded, without addresses.</summary>
internal static partial class ErrorText
{
    private const int Longest = 400;

    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = string.Concat(text.Take(4 * Longest).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var plain = WithoutAddresses(line);
        return plain[..Math.Min(plain.Length, Longest)];
    }

    public static string WithoutAddresses(string text) => Address().Replace(text, "(address)");

    // A quote may be part of a name, o'neil, but does not begin it.
    [GeneratedRegex(@"[^\s<>""'(),;:=\[\]][^\s<>""(),;:=\[\]]*@[^\s<>""'(),;:=\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
