using SalesReports.Reports;

namespace SalesReports.Documents;

/// <summary>Draws a finished report. Computes nothing, reads no clock and no network: same report, same bytes.</summary>
public interface IDocumentRenderer
{
    /// <summary><c>pdf</c>, <c>html</c> or <c>xlsx</c>; also the file extension.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    byte[] Render(Report report, string language, Theme theme);
}
