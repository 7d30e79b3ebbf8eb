using SalesReports.Reports;

namespace SalesReports.Documents;

/// <summary>Draws a finished report. Computes nothing, reads no clock and no network: same report, same bytes.</summary>
public interface IDocumentRenderer
{
    /// <summary><c>pdf</c> or <c>html</c>; also the file extension.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    byte[] Render(Report report, string language, Theme theme);
}

/// <summary>How documents look and whose they are.</summary>
/// <param name="CompanyName">Shown in every head; text from outside, encoded when drawn.</param>
public sealed record Theme(string CompanyName)
{
    /// <summary>The languages every document exists in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];
}
