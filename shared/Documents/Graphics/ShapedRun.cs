using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>Glyphs of one font, placed from the left in sizes of text.</summary>
/// <param name="Text">What they stand for, in UTF-8.</param>
/// <param name="Clusters">Of each glyph: where its letter begins in <paramref name="Text"/>.</param>
internal sealed record ShapedRun(SKTypeface Face, ushort[] Glyphs, SKPoint[] Places, float Width, byte[] Text, uint[] Clusters)
{
    public void Draw(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        using var font = TextFit.FontOf(Face, size);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateRawPositionedTextRun(font, Glyphs.Length, Text.Length);
        Glyphs.CopyTo(run.Glyphs);
        Text.CopyTo(run.Text);
        Clusters.CopyTo(run.Clusters);
        for (var i = 0; i < Places.Length; i++)
        {
            run.Positions[i] = new SKPoint(Places[i].X * size, Places[i].Y * size);
        }

        using var blob = builder.Build();
        canvas.DrawText(blob, x, y, paint);
    }
}
