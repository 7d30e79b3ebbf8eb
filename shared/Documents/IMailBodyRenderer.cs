using SalesReports.Reports;

namespace SalesReports.Documents;

/// <summary>Words and draws the mail that carries a report. Computes nothing, reads no clock and no network.</summary>
public interface IMailBodyRenderer
{
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="attachments">File names of what is really attached; the body's sentence about them is made from these.</param>
    MailBody Render(Report report, string language, Theme theme, IReadOnlyList<string> attachments);
}

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
