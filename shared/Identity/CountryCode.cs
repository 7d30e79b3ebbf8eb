namespace SalesReports.Identity;

internal static class CountryCode
{
    /// <summary>Two capital letters; null for anything else, such as a country's name.</summary>
    public static string? Normalise(string? text) =>
        text?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
}
