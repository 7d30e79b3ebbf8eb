using SkiaSharp;

namespace SalesReports.Documents.Pdf;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>How a text looks.</summary>
internal sealed record Style(SKTypeface Face, float Size, SKColor Colour)
{
    public float LineHeight => Size * 1.32f;
}

/// <summary>Draws text and simple shapes on any Skia canvas: a page today, a picture as well. Text never leaves the width it is given.</summary>
internal sealed class Pen(SKCanvas canvas)
{
    public SKCanvas Canvas { get; } = canvas;

    /// <summary>One line with its base line at <paramref name="y"/>; smaller, then shortened, when the width is not enough.</summary>
    public void Text(string text, float x, float y, float width, Style style, Align align = Align.Left)
    {
        var drawable = TextFit.Drawable(text, style.Face);
        var size = TextFit.SizeFor(drawable, style, width);
        using var font = TextFit.FontOf(style.Face, size);
        using var paint = new SKPaint { Color = style.Colour, IsAntialias = true };
        var line = TextFit.Shortened(drawable, font, width);
        var at = align switch
        {
            Align.Left => x,
            Align.Centre => x + ((width - font.MeasureText(line)) / 2),
            Align.Right => x + width - font.MeasureText(line),
            _ => throw new ArgumentOutOfRangeException(nameof(align), align, "Left, centre or right."),
        };
        Canvas.DrawText(line, at, y, font, paint);
    }

    /// <summary>Wrapped lines from the top of a box; what does not fit ends in an ellipsis. Returns the height used.</summary>
    public float Paragraph(string text, Box box, Style style, int maximumLines)
    {
        var lines = TextFit.Wrap(text, style, box.Width, maximumLines);
        for (var i = 0; i < lines.Count; i++)
        {
            Text(lines[i], box.Left, box.Top + style.Size + (i * style.LineHeight), box.Width, style);
        }

        return lines.Count * style.LineHeight;
    }

    public void Fill(Box box, SKColor colour, float radius = 0)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawRoundRect(box.Left, box.Top, box.Width, box.Height, radius, radius, paint);
    }

    public void Frame(Box box, SKColor colour, float radius)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.8f };
        Canvas.DrawRoundRect(box.Left, box.Top, box.Width, box.Height, radius, radius, paint);
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor colour, float width, bool dashed = false)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([2.5f, 2f], 0) : null;
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, PathEffect = dash };
        Canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>A rounded label whose right edge is at <paramref name="right"/>; returns its width.</summary>
    public float Pill(string text, float right, float top, float size, SKColor ink, SKColor ground)
    {
        var style = new Style(Typefaces.SemiBold, size, ink);
        var width = TextFit.Width(text, style) + (size * 1.3f);
        var box = new Box(right - width, top, width, size * 1.75f);
        Fill(box, ground, box.Height / 2);
        Text(text, box.Left + (size * 0.65f), top + (size * 1.22f), width, style);
        return width;
    }
}
