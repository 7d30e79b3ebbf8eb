using SalesReports.Reports;

namespace SalesReports.Documents;

/// <summary>Words and draws the mail that carries a report. Computes nothing, reads no clock and no network.</summary>
public interface IMailBodyRenderer
{
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="attachments">File names of what is really attached; the body's sentence about them is made from these.</param>
    /// <param name="notes">What else must be said of the message itself, such as why nothing is attached; sentences without their full stop.</param>
    MailBody Render(Report report, string language, Theme theme, IReadOnlyList<string> attachments, IReadOnlyList<string>? notes = null);
}

/// <param name="Subject">Carries the result; one line of plain text.</param>
/// <param name="Html">Under 90 KB.</param>
/// <param name="Text">The same in plain text.</param>
public sealed record MailBody(string Subject, string Html, string Text);
