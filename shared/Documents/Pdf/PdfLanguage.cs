using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesReports.Documents.Pdf;

/// <summary>
/// Says in a PDF which language it is in, so that it is read aloud rightly, and that its title names its window. Skia's .NET
/// interface cannot; PDF allows objects to be replaced by an update at the end of the file (ISO 32000-1, 7.5.6), here the catalog.
/// </summary>
internal static partial class PdfLanguage
{
    /// <param name="culture">Such as <c>fr-FR</c>.</param>
    public static byte[] Set(byte[] pdf, string culture)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        var root = trailer.Groups["root"].Value;
        var catalog = text.IndexOf($"\n{root} 0 obj\n<<", StringComparison.Ordinal);
        if (!trailer.Success || catalog < 0)
        {
            throw new InvalidOperationException("The PDF that was just drawn does not end as Skia writes it.");
        }

        var body = text[(text.IndexOf("<<", catalog, StringComparison.Ordinal) + 2)..(text.IndexOf("endobj", catalog, StringComparison.Ordinal) + "endobj".Length)];
        var place = pdf.Length + 1;
        var replaced = $"\n{root} 0 obj\n<</Lang ({culture})\n/ViewerPreferences <</DisplayDocTitle true>>\n{body}\n";
        var table = string.Create(
            CultureInfo.InvariantCulture,
            $"xref\n{root} 1\n{place:D10} 00000 n \ntrailer\n<<{trailer.Groups["entries"].Value}\n/Prev {trailer.Groups["start"].Value}>>\nstartxref\n{pdf.Length + replaced.Length}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(replaced + table)];
    }

    [GeneratedRegex(@"trailer\s*<<(?<entries>.*?/Root (?<root>[0-9]+) 0 R.*?)>>\s*startxref\s*(?<start>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailer();
}
