using SalesReports.Documents.Charts;
using SkiaSharp;

namespace SalesReports.Documents.Graphics;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>How a text looks.</summary>
internal sealed record Style(SKTypeface Face, float Size, Tone Tone)
{
    public float LineHeight => Size * 1.32f;
}

/// <summary>Draws text and simple shapes on any Skia canvas, a page or a picture, in the colours of a palette. Text never leaves the width it is given.</summary>
internal sealed class Pen(SKCanvas canvas, Palette palette)
{
    public SKCanvas Canvas { get; } = canvas;

    public Palette Palette { get; } = palette;

    /// <summary>One line with its base line at <paramref name="y"/>; smaller, then shortened, when the width is not enough.</summary>
    public void Text(string text, float x, float y, float width, Style style, Align align = Align.Left)
    {
        var size = TextFit.SizeFor(text, style, width);
        using var font = TextFit.FontOf(style.Face, size);
        using var paint = new SKPaint { Color = Palette[style.Tone], IsAntialias = true };
        var line = TextFit.Shortened(text, font, width);
        var at = align switch
        {
            Align.Left => x,
            Align.Centre => x + ((width - TextFit.Width(line, font)) / 2),
            Align.Right => x + width - TextFit.Width(line, font),
            _ => throw new ArgumentOutOfRangeException(nameof(align), align, "Left, centre or right."),
        };
        TextFit.Draw(Canvas, line, at, y, font, paint);
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

    public void Fill(Box box, Tone tone, float radius = 0)
    {
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true };
        if (radius > 0)
        {
            Canvas.DrawRoundRect(box.Left, box.Top, box.Width, box.Height, radius, radius, paint);
        }
        else
        {
            Canvas.DrawRect(box.Left, box.Top, box.Width, box.Height, paint);
        }
    }

    public void Frame(Box box, Tone tone, float radius)
    {
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.8f };
        Canvas.DrawRoundRect(box.Left, box.Top, box.Width, box.Height, radius, radius, paint);
    }

    public void Line(float x1, float y1, float x2, float y2, Tone tone, float width, bool dashed = false)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([2.5f, 2f], 0) : null;
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, PathEffect = dash };
        Canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>A line that is known to fit in about this width; the anchor decides where what is left goes.</summary>
    public void Plain(string text, float left, float y, float width, Style style, TextAnchor anchor)
    {
        using var font = TextFit.FontOf(style.Face, style.Size);
        using var paint = new SKPaint { Color = Palette[style.Tone], IsAntialias = true };
        var drawn = TextFit.Width(text, font);
        var x = anchor switch
        {
            TextAnchor.Start => left,
            TextAnchor.Middle => left + ((width - drawn) / 2),
            _ => left + width - drawn,
        };
        TextFit.Draw(Canvas, text, x, y, font, paint);
    }

    public void Polyline(IReadOnlyList<ChartPoint> points, Tone tone, float width, bool dashed)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([2.5f, 2f], 0) : null;
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round, PathEffect = dash };
        using var path = PathOf(points);
        Canvas.DrawPath(path, paint);
    }

    public void Area(IReadOnlyList<ChartPoint> outline, Tone tone)
    {
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true };
        using var path = PathOf(outline);
        path.Close();
        Canvas.DrawPath(path, paint);
    }

    public void Dot(float x, float y, float radius, Tone tone)
    {
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true };
        Canvas.DrawCircle(x, y, radius, paint);
    }

    public void Ring(float x, float y, float radius, Tone tone)
    {
        using var paint = new SKPaint { Color = Palette[tone], IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = radius * 0.45f };
        Canvas.DrawCircle(x, y, radius, paint);
    }

    private static SKPath PathOf(IReadOnlyList<ChartPoint> points)
    {
        var path = new SKPath();
        path.AddPoly([.. points.Select(point => new SKPoint(point.X, point.Y))], close: false);
        return path;
    }

    /// <summary>A rounded label whose right edge is at <paramref name="right"/>; returns its width.</summary>
    public float Pill(string text, float right, float top, float size, Tone ink, Tone ground)
    {
        var style = new Style(Typefaces.SemiBold, size, ink);
        var width = TextFit.Width(text, style) + (size * 1.3f);
        var box = new Box(right - width, top, width, size * 1.75f);
        Fill(box, ground, box.Height / 2);
        Text(text, box.Left + (size * 0.65f), top + (size * 1.22f), width, style);
        return width;
    }

    /// <summary>The same from the left, at most as wide as it may be; returns its width.</summary>
    public float PillLeft(string text, float left, float top, float mostWidth, float size, Tone ink, Tone ground)
    {
        var style = new Style(Typefaces.SemiBold, size, ink);
        var width = Math.Min(TextFit.Width(text, style) + (size * 1.3f), mostWidth);
        var box = new Box(left, top, width, size * 1.75f);
        Fill(box, ground, box.Height / 2);
        Text(text, left + (size * 0.65f), top + (size * 1.22f), width - (size * 1.3f), style);
        return width;
    }

    /// <summary>A place that links and bookmarks find by this name.</summary>
    public void Destination(string name, float y) => Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, y), name);

    public void LinkTo(Box box, string name) => Canvas.DrawLinkDestinationAnnotation(new SKRect(box.Left, box.Top, box.Right, box.Bottom), name);
}
