using System.Globalization;
using System.Text;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Wording;

/// <summary>
/// Text from outside made fit to stand on one line of a document or a mail header: nothing in it can break a line, steer a
/// reader's eye or hide. Encoding for HTML is the renderer's business and comes after.
/// </summary>
public static class PlainText
{
    public const int DefaultLength = 120;

    /// <summary>
    /// White space of any kind becomes one space (a no-break one where it was); control, formatting (bidi overrides, zero-width) and unpaired surrogate characters go;
    /// what is longer than <paramref name="maximum"/> ends in an ellipsis.
    /// </summary>
    public static string Line(string? text, int maximum = DefaultLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        var kept = new StringBuilder();
        var pending = '\0';
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                var holds = rune.Value is NumberWording.NoBreakSpace or '\u202F' && pending is '\0' or NumberWording.NoBreakSpace;
                pending = holds ? NumberWording.NoBreakSpace : ' ';
            }
            else if (!IsInvisible(rune))
            {
                if (pending != '\0' && kept.Length > 0)
                {
                    kept.Append(pending);
                }

                pending = '\0';
                kept.Append(rune.ToString());
            }
        }

        return Shorten(kept.ToString(), maximum);
    }

    /// <summary>Never cuts a visible character in two.</summary>
    public static string Shorten(string text, int maximum)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        var end = 0;
        for (var next = 0; next <= maximum - 1 && end < text.Length; next = end + StringInfo.GetNextTextElementLength(text, end))
        {
            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }

    private static bool IsInvisible(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
