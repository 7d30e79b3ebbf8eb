using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>Measures text and makes it fit: first a smaller size, then fewer characters.</summary>
internal static class TextFit
{
    /// <summary>Smaller than this share of its size a text is shortened instead.</summary>
    private const float SmallestShare = 0.62f;

    // Advances are rounded at every size on their own, so that a text does not shrink exactly in proportion.
    private const float Safety = 0.985f;

    /// <summary>Unhinted widths: a page is not a grid of pixels, and letters rounded to whole points stand apart.</summary>
    public static SKFont FontOf(SKTypeface face, float size) =>
        new(face, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    /// <summary>A character that the font lacks becomes a box, so that its absence shows and text stays extractable.</summary>
    public static string Drawable(string text, SKTypeface face)
    {
        if (face.ContainsGlyphs(text))
        {
            return text;
        }

        var drawable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            drawable.Append(face.GetGlyph(rune.Value) == 0 ? "□" : rune.ToString());
        }

        return drawable.ToString();
    }

    public static float Width(string text, Style style)
    {
        using var font = FontOf(style.Face, style.Size);
        return font.MeasureText(Drawable(text, style.Face));
    }

    public static float SizeFor(string text, Style style, float width)
    {
        var natural = Width(text, style);
        return natural <= width ? style.Size : style.Size * Math.Max(SmallestShare, Safety * width / natural);
    }

    /// <summary>At the style's own size.</summary>
    public static string ShortenedTo(string text, Style style, float width)
    {
        using var font = FontOf(style.Face, style.Size);
        return Shortened(text, font, width);
    }

    public static string Shortened(string text, SKFont font, float width)
    {
        const float rounding = 0.05f;
        if (font.MeasureText(text) <= width + rounding)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var kept = elements.Length - 1; kept > 0; kept--)
        {
            var shorter = text[..elements[kept]].TrimEnd() + "…";
            if (font.MeasureText(shorter) <= width)
            {
                return shorter;
            }
        }

        return "…";
    }

    /// <summary>Breaks at ordinary spaces only (no-break spaces hold); a word wider than the line is shortened when drawn.</summary>
    public static IReadOnlyList<string> Wrap(string text, Style style, float width, int maximumLines)
    {
        using var font = FontOf(style.Face, style.Size);
        var lines = new List<string>();
        var line = "";
        foreach (var word in Drawable(text, style.Face).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        lines.Add(line);
        if (lines.Count <= maximumLines)
        {
            return lines;
        }

        var last = Shortened(string.Join(' ', lines.Skip(maximumLines - 1)), font, width);
        return [.. lines.Take(maximumLines - 1), last];
    }
}
