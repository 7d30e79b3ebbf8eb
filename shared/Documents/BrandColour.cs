using System.Globalization;

namespace SalesReports.Documents;

/// <summary>A colour of the company, dark enough for text on white and for white text on it.</summary>
public sealed record BrandColour
{
    /// <summary>What WCAG 2.2 asks of text (success criterion 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    private BrandColour(uint rgb) => Rgb = rgb;

    public static BrandColour Navy { get; } = new(0x0B2545);

    public static BrandColour Blue { get; } = new(0x1D4ED8);

    /// <summary>Red, green and blue in the lower 24 bits.</summary>
    public uint Rgb { get; }

    /// <summary>(L white + 0.05) ÷ (L colour + 0.05), 1 to 21. Source: WCAG 2.2, contrast ratio.</summary>
    public double Contrast => 1.05 / (Luminance(Rgb) + 0.05);

    /// <param name="text">Such as <c>#1D4ED8</c>.</param>
    /// <param name="problem">Why it is not one, with what is accepted; empty when it is.</param>
    public static bool TryParse(string? text, out BrandColour colour, out string problem)
    {
        (colour, problem) = (Navy, "");
        if (text is not ['#', .. { Length: 6 } digits] || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            problem = "is not a colour; six hexadecimal digits such as #0B2545 are accepted";
            return false;
        }

        colour = new BrandColour(rgb);
        if (colour.Contrast < LeastContrast)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"has a contrast of {Math.Floor(colour.Contrast * 10) / 10:0.0}:1 on white, which is hard to read; {LeastContrast}:1 or more is accepted, so a darker one");
            return false;
        }

        return true;
    }

    /// <exception cref="FormatException">It is not a colour, or too light.</exception>
    public static BrandColour Parse(string text) => TryParse(text, out var colour, out var problem) ? colour : throw new FormatException($"'{text}' {problem}.");

    private static double Luminance(uint rgb) => (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));

    private static double Linear(uint channel)
    {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
