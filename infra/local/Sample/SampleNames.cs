using System.Globalization;
using System.Text;

namespace SalesReports.Local.Sample;

/// <summary>Company names put together from syllables, so that none is anybody's.</summary>
internal sealed class SampleNames(SampleRandom random)
{
    private static readonly string[] Beginnings =
        ["Bré", "Cal", "Dor", "Éri", "Fal", "Gué", "Hol", "Ixo", "Jor", "Kél", "Lun", "Mar", "Nel", "Ombr", "Pré", "Quin", "Rav", "Sél", "Tor", "Uzé", "Vau", "Zél"];

    private static readonly string[] Middles = ["va", "mi", "ro", "le", "ti", "san", "dé", "nou", "ki", "phe"];

    private static readonly string[] Ends = ["nce", "dor", "lis", "tech", "vel", "mont", "rive", "zac", "gny", "ïa"];

    private static readonly string[] Trades =
        ["Industries", "Conseil", "Santé", "Logistique", "Énergies", "Hôtellerie", "Assurances", "Agencement", "& Fils", "Ingénierie", "Mutualité", "Éditions"];

    private static readonly string[] Forms = ["SA", "SAS", "SARL", "SCOP", "\"Groupe\"", "et Cie, SNC"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Next()
    {
        string root;
        do
        {
            root = random.Pick(Beginnings) + random.Pick(Middles) + random.Pick(Ends);
        }
        while (!_taken.Add(root));

        return $"{root} {random.Pick(Trades)} {random.Pick(Forms)}";
    }

    /// <summary>The first word without accents under the top-level domain that is reserved for examples.</summary>
    public static string DomainOf(string name)
    {
        var letters = name.Split(' ')[0].Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return $"{string.Concat(letters).ToLowerInvariant()}.example";
    }
}
