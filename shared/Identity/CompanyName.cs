using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SalesReports.Identity;

/// <summary>A company's name and place without what people write in different ways.</summary>
internal static class CompanyName
{
    /// <summary>Legal forms, in the spelling that is left of them; taken off both ends of a name.</summary>
    private static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
        [
            "sa", "sas", "sasu", "sarl", "eurl", "sci", "snc", "scop", "scp", "sca", "scs", "selarl", "gie", "cie", "ste", "societe",
            "gmbh", "mbh", "ag", "kg", "ohg", "ug", "ev", "ltd", "limited", "llc", "llp", "lp", "plc", "inc", "incorporated", "corp", "corporation", "co", "company",
            "bv", "nv", "vof", "sprl", "srl", "bvba", "asbl", "spa", "sl", "slu", "sau", "lda", "ab", "oy", "oyj", "aps", "asa", "kft", "zrt", "doo", "sro", "pty",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> JoiningWords = FrozenSet.ToFrozenSet(["et", "and", "und", "y"], StringComparer.Ordinal);

    /// <summary>Letters and digits only, small, without accents, legal forms and the words for "and"; null when nothing is left.</summary>
    public static string? Normalise(string? text)
    {
        var words = Words(text ?? "").Where(word => !JoiningWords.Contains(word)).ToList();
        while (words.Count > 1 && LegalForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && LegalForms.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return string.Concat(words) is { Length: > 1 } name ? name : null;
    }

    /// <summary>Letters and digits in capitals; null when there are none.</summary>
    public static string? Postcode(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } code ? code : null;

    /// <summary>Dots and apostrophes vanish within a word (S.A.S. is SAS), everything else that is no letter parts words.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('.' or '\'' or '’'))
            {
                plain.Append(char.IsLetterOrDigit(c) ? Spelled(c) : " ");
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Spelled(char c) => c switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        _ => c.ToString(),
    };
}
