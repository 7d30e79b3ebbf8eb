using System.Globalization;

namespace SalesReports.Jobs;

/// <summary>What a mail says beyond its report.</summary>
internal static class LetterWords
{
    private const double Megabyte = 1_000_000;

    public static string Corrected(string language) => language == "fr" ? "[Corrigé] " : "[Corrected] ";

    public static string TooLarge(string language, long size, long limit)
    {
        var (culture, mega) = language == "fr" ? (CultureInfo.GetCultureInfo("fr-FR"), "Mo") : (CultureInfo.GetCultureInfo("en-GB"), "MB");
        var (weight, most) = (string.Create(culture, $"{size / Megabyte:0.0} {mega}"), string.Create(culture, $"{limit / Megabyte:0.#} {mega}"));
        return language == "fr"
            ? $"Pièce jointe non envoyée : avec elle, ce message pèserait {weight}, plus que les {most} admis"
            : $"The document is not attached: with it this message would weigh {weight}, more than the {most} allowed";
    }
}
