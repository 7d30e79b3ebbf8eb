using SalesReports.Documents.Graphics;
using SkiaSharp;

namespace SalesReports.Documents.Charts;

/// <summary>Puts a chart's marks on a Skia canvas: a page, where they stay vectors, or a picture.</summary>
internal static class ChartPainter
{
    public static void Draw(Pen pen, ChartDrawing chart, float left, float top)
    {
        pen.Canvas.Save();
        pen.Canvas.Translate(left, top);
        foreach (var mark in chart.Marks)
        {
            Draw(pen, mark);
        }

        pen.Canvas.Restore();
    }

    private static void Draw(Pen pen, Mark mark)
    {
        switch (mark)
        {
            case RectMark rect:
                pen.Fill(new Box(rect.X, rect.Y, rect.Width, rect.Height), rect.Tone);
                break;
            case LineMark line:
                pen.Line(line.X1, line.Y1, line.X2, line.Y2, line.Tone, line.Thickness, line.IsDashed);
                break;
            case PolylineMark polyline:
                pen.Polyline(polyline.Points, polyline.Tone, polyline.Thickness, polyline.IsDashed);
                break;
            case AreaMark area:
                pen.Area(area.Outline, area.Tone);
                break;
            case DotMark dot:
                pen.Dot(dot.X, dot.Y, dot.Radius, dot.IsHollow ? Tone.Page : dot.Tone);
                if (dot.IsHollow)
                {
                    pen.Ring(dot.X, dot.Y, dot.Radius, dot.Tone);
                }

                break;
            case TextMark text:
                pen.Plain(text.Text, text.Left, text.Y, text.Width, new Style(text.IsBold ? Typefaces.Bold : Typefaces.Regular, text.Size, text.Tone), text.Anchor);
                break;
            default:
                throw new ArgumentException($"A mark of the kind {mark.GetType().Name} cannot be painted.", nameof(mark));
        }
    }
}
