using SalesReports.Reports;

namespace SalesReports.Documents;

/// <summary>Words and draws the mail that carries a report. Computes nothing, reads no clock and no network.</summary>
public interface IMailBodyRenderer
{
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="attachments">File names of what is really attached; the body's sentence about them is made from these.</param>
    /// <param name="notes">What else must be said of the message itself, such as why nothing is attached; sentences without their full stop.</param>
    /// <param name="ways">Where the reader can go from here; null for nowhere.</param>
    MailBody Render(Report report, string language, Theme theme, IReadOnlyList<string> attachments, IReadOnlyList<string>? notes = null, MailWays? ways = null);
}

/// <summary>The addresses that a mail links to.</summary>
/// <param name="Online">The report as a page.</param>
/// <param name="Unsubscribe">Null when there is none.</param>
public sealed record MailWays(Uri? Online, Uri? Unsubscribe)
{
    public static MailWays None { get; } = new(null, null);

    /// <summary>Documents that are linked to because they are not attached.</summary>
    public IReadOnlyList<LinkedFile> Files { get; init; } = [];
}

/// <param name="Name">As it would be attached.</param>
public sealed record LinkedFile(string Name, Uri Address);

/// <param name="Subject">Carries the result; one line of plain text.</param>
/// <param name="Html">Under 90 KB.</param>
/// <param name="Text">The same in plain text.</param>
public sealed record MailBody(string Subject, string Html, string Text)
{
    /// <summary>What the HTML shows by <c>cid:</c> and their ids.</summary>
    public IReadOnlyList<MailPicture> Pictures { get; init; } = [];
}

/// <param name="Id">Content id; the same in every mail.</param>
public sealed record MailPicture(string Id, ReadOnlyMemory<byte> Png);
