using SalesReports.Documents.Charts;
using SkiaSharp;

namespace SalesReports.Documents.Pdf;

/// <summary>Puts charts on a canvas.</summary>
internal static class ChartPainter
{
    public static void Draw(Pen pen, Sparkline chart, float left, float top)
    {
        pen.Canvas.Save();
        pen.Canvas.Translate(left, top);
        foreach (var run in chart.Runs)
        {
            Area(pen, run, chart.Height);
            Stroke(pen, run);
        }

        if (chart.TargetY is { } y)
        {
            pen.Line(0, y, chart.Width, y, Ink.Muted, 0.8f, dashed: true);
        }

        if (chart.Last is { } last)
        {
            using var dot = new SKPaint { Color = Ink.Current, IsAntialias = true };
            pen.Canvas.DrawCircle(last.X, last.Y, 2.4f, dot);
        }

        pen.Canvas.Restore();
    }

    public static void Draw(Pen pen, BarChart chart, float left, float top)
    {
        pen.Canvas.Save();
        pen.Canvas.Translate(left, top);
        var axis = new Style(Typefaces.Regular, 6.8f, Ink.Muted);
        var from = chart.Bars[0].X - 4;
        foreach (var tick in chart.Ticks)
        {
            pen.Line(from, tick.Y, chart.Width, tick.Y, Ink.Rule, 0.5f);
            pen.Text(tick.Label, 0, tick.Y + 2.3f, from - 4, axis, Align.Right);
        }

        foreach (var bar in chart.Bars)
        {
            pen.Fill(new Box(bar.X, bar.Top, bar.Width, bar.Height), bar.IsCurrent ? Ink.Current : Ink.History);
            var label = bar.IsCurrent ? new Style(Typefaces.Bold, 6.8f, Ink.Text) : axis;
            pen.Text(bar.Label, bar.X - 4, chart.Height - 3, bar.Width + 8, label, Align.Centre);
        }

        pen.Line(from, chart.ZeroY, chart.Width, chart.ZeroY, Ink.Muted, 0.8f);
        if (chart.Target is { } target)
        {
            pen.Line(target.X, target.Y, target.X + target.Width, target.Y, Ink.Text, 1.6f);
        }

        var value = new Style(Typefaces.Bold, 7.6f, Ink.Text);
        var width = TextFit.Width(chart.Last.Text, value);
        pen.Text(chart.Last.Text, Math.Min(chart.Last.X - (width / 2), chart.Width - width), chart.Last.Y, width, value);
        pen.Canvas.Restore();
    }

    private static void Area(Pen pen, IReadOnlyList<ChartPoint> run, float height)
    {
        using var path = new SKPath();
        path.MoveTo(run[0].X, height);
        foreach (var point in run)
        {
            path.LineTo(point.X, point.Y);
        }

        path.LineTo(run[^1].X, height);
        path.Close();
        using var paint = new SKPaint { Color = Ink.Area, IsAntialias = true };
        pen.Canvas.DrawPath(path, paint);
    }

    private static void Stroke(Pen pen, IReadOnlyList<ChartPoint> run)
    {
        using var paint = new SKPaint { Color = Ink.Current, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.3f, StrokeJoin = SKStrokeJoin.Round };
        if (run.Count == 1)
        {
            paint.Style = SKPaintStyle.Fill;
            pen.Canvas.DrawCircle(run[0].X, run[0].Y, 1.2f, paint);
            return;
        }

        using var path = new SKPath();
        path.MoveTo(run[0].X, run[0].Y);
        foreach (var point in run.Skip(1))
        {
            path.LineTo(point.X, point.Y);
        }

        pen.Canvas.DrawPath(path, paint);
    }
}
