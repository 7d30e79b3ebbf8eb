using UglyToad.PdfPig;

namespace SalesReports.Tests.Documents;

/// <summary>What a program that reads a PDF finds in it. White space is left out: it is a matter of distances there.</summary>
internal static class PdfText
{
    public static string Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Bare(string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));
    }

    public static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
