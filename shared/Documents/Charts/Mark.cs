using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Charts;

/// <summary>The smallest thing a chart is drawn with. Places are in the chart's own box, origin top left.</summary>
public abstract record Mark;

public sealed record RectMark(float X, float Y, float Width, float Height, Tone Tone) : Mark;

/// <param name="Thickness">Of the stroke, centred on the line.</param>
public sealed record LineMark(float X1, float Y1, float X2, float Y2, Tone Tone, float Thickness, bool IsDashed = false) : Mark;

public sealed record PolylineMark(IReadOnlyList<ChartPoint> Points, Tone Tone, float Thickness, bool IsDashed = false) : Mark;

/// <summary>A closed, filled outline.</summary>
public sealed record AreaMark(IReadOnlyList<ChartPoint> Outline, Tone Tone) : Mark;

public sealed record DotMark(float X, float Y, float Radius, Tone Tone, bool IsHollow = false) : Mark;

/// <summary>One line of text, already short enough for its place.</summary>
/// <param name="X">Of the anchor.</param>
/// <param name="Y">Of the base line.</param>
/// <param name="Width">As measured in the documents' font.</param>
public sealed record TextMark(string Text, float X, float Y, float Width, float Size, TextAnchor Anchor, Tone Tone, bool IsBold) : Mark
{
    public float Left => Anchor switch
    {
        TextAnchor.Start => X,
        TextAnchor.Middle => X - (Width / 2),
        TextAnchor.End => X - Width,
        _ => throw new InvalidOperationException($"No anchor is called {Anchor}."),
    };

    public float Right => Left + Width;
}

public enum TextAnchor
{
    Start,
    Middle,
    End,
}
