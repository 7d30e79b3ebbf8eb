using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesReports.Documents.Pdf;

/// <summary>
/// Says in a PDF which language it is in, so that it is read aloud rightly, that its title names its window, and which bookmarks
/// it has. Skia's .NET interface cannot; PDF allows objects to be replaced and added by an update at the end of the file (ISO
/// 32000-1, 7.5.6), here the catalog and the outline (12.3.3).
/// </summary>
internal static partial class PdfCatalog
{
    /// <param name="culture">Such as <c>fr-FR</c>.</param>
    public static byte[] Complete(byte[] pdf, string culture, IReadOnlyList<Bookmark> bookmarks)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        var root = trailer.Groups["root"].Value;
        var catalog = text.LastIndexOf($"\n{root} 0 obj\n<<", StringComparison.Ordinal);
        if (!trailer.Success || catalog < 0)
        {
            throw new InvalidOperationException("The PDF that was just drawn does not end as Skia writes it.");
        }

        var body = text[(text.IndexOf("<<", catalog, StringComparison.Ordinal) + 2)..(text.IndexOf("endobj", catalog, StringComparison.Ordinal) + "endobj".Length)];
        var size = int.Parse(trailer.Groups["size"].Value, CultureInfo.InvariantCulture);
        var outline = bookmarks.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n/Outlines {size} 0 R\n/PageMode /UseOutlines");
        var update = new PdfUpdate(pdf.Length);
        update.Add(int.Parse(root, CultureInfo.InvariantCulture), $"<</Lang ({culture})\n/ViewerPreferences <</DisplayDocTitle true>>{outline}\n{body}");
        AddOutline(update, size, bookmarks);
        var entries = SizeEntry().Replace(trailer.Groups["entries"].Value, string.Create(CultureInfo.InvariantCulture, $"/Size {size + (bookmarks.Count == 0 ? 0 : bookmarks.Count + 1)}"));
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.Close(entries, trailer.Groups["start"].Value))];
    }

    /// <summary>The root of the outline, then an item a bookmark, each knowing its neighbours.</summary>
    private static void AddOutline(PdfUpdate update, int first, IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        update.Add(first, string.Create(CultureInfo.InvariantCulture, $"<</Type /Outlines\n/First {first + 1} 0 R\n/Last {first + bookmarks.Count} 0 R\n/Count {bookmarks.Count}>>\nendobj"));
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var previous = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n/Prev {first + i} 0 R");
            var next = i == bookmarks.Count - 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n/Next {first + i + 2} 0 R");
            update.Add(first + 1 + i, string.Create(CultureInfo.InvariantCulture, $"<</Title <{Hexadecimal(bookmarks[i].Title)}>\n/Parent {first} 0 R\n/Dest /{bookmarks[i].Anchor}{previous}{next}>>\nendobj"));
        }
    }

    /// <summary>UTF-16 with its mark: every character, and nothing that could end the string.</summary>
    private static string Hexadecimal(string text) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    [GeneratedRegex(@"trailer\s*<<(?<entries>(?=.*?/Size (?<size>[0-9]+)).*?/Root (?<root>[0-9]+) 0 R.*?)>>\s*startxref\s*(?<start>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailer();

    [GeneratedRegex("/Size [0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeEntry();
}
