namespace SalesReports.Identity;

/// <summary>A VAT number as every system would write it; the checksum is not asked for, for typing errors are the sources' own.</summary>
internal static class VatNumber
{
    private const int FewestCharacters = 6;

    /// <summary>
    /// Letters and digits in capitals behind the two letters of the country, which are added when the number lacks them and the
    /// country is known by its two letters. Null when it is too short to tell anybody apart or all zeros.
    /// </summary>
    public static string? Normalise(string? text, string? country)
    {
        var number = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (number.Length < FewestCharacters || number.Count(char.IsAsciiDigit) < FewestCharacters - 1 || number.All(c => !char.IsAsciiDigit(c) || c == '0'))
        {
            return null;
        }

        var hasCountry = char.IsAsciiLetter(number[0]) && char.IsAsciiLetter(number[1]);
        return hasCountry ? Greek(number[..2]) + number[2..] : Greek(CountryCode.Normalise(country) ?? "") + number;
    }

    /// <summary>True when the two cannot be one number: one that lacks its country may be the other's end.</summary>
    public static bool Differ(string left, string right) =>
        !left.EndsWith(right, StringComparison.Ordinal) && !right.EndsWith(left, StringComparison.Ordinal);

    /// <summary>Greek numbers begin with EL, the country's code is GR.</summary>
    private static string Greek(string country) => country == "GR" ? "EL" : country;
}
