using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace SalesReports.Delivery;

/// <summary>A plain address, checked at the door: no display name, no comment, no control character, a domain with a dot.</summary>
public sealed record MailAddress
{
    private const int Longest = 254;

    private MailAddress(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out MailAddress? address)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = trimmed.Length is > 0 and <= Longest
            && trimmed.All(c => c > ' ' && !char.IsControl(c) && c is not ('<' or '>' or ',' or ';' or '"' or '(' or ')'))
            && MailboxAddress.TryParse(trimmed, out var mailbox)
            && mailbox.Address == trimmed
            && trimmed.LastIndexOf('@') is > 0 and var at
            && trimmed.IndexOf('.', at) > at + 1
            && !trimmed.EndsWith('.');
        address = valid ? new MailAddress(trimmed) : null;
        return valid;
    }
}
