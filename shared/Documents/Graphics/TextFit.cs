using System.Globalization;
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

    /// <summary>True when the face writes the whole text by itself.</summary>
    public static bool IsPlain(string text, SKTypeface face) => face.ContainsGlyphs(text) && !ReadingOrder.HasRightToLeft(text);

    public static float Width(string text, Style style)
    {
        using var font = FontOf(style.Face, style.Size);
        return Width(text, font);
    }

    /// <summary>As wide as <see cref="Draw"/> makes it.</summary>
    public static float Width(string text, SKFont font) =>
        IsPlain(text, font.Typeface) ? font.MeasureText(text) : ShapedLine.Of(text, font.Typeface).Width * font.Size;

    public static void Draw(SKCanvas canvas, string text, float x, float y, SKFont font, SKPaint paint)
    {
        if (IsPlain(text, font.Typeface))
        {
            canvas.DrawText(text, x, y, font, paint);
        }
        else
        {
            ShapedLine.Of(text, font.Typeface).Draw(canvas, x, y, font.Size, paint);
        }
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
        if (Width(text, font) <= width + rounding)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var kept = elements.Length - 1; kept > 0; kept--)
        {
            var shorter = text[..elements[kept]].TrimEnd() + "…";
            if (Width(shorter, font) <= width)
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
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer, font) <= width)
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
