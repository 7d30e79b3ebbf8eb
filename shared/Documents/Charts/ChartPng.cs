using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;
using SkiaSharp;

namespace SalesReports.Documents.Charts;

/// <summary>A chart as a picture of twice the size it is shown at, on the ground of its palette.</summary>
public static class ChartPng
{
    private const int PixelsPerUnit = 2;

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">As shown, in CSS pixels.</param>
    /// <param name="palette"><see cref="Palette.Light"/> or <see cref="Palette.Dark"/>.</param>
    public static byte[] Of(ChartBlock chart, string language, int width, int height, Palette palette, float textSize = 12)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(palette);
        var drawing = ChartDrawing.Of(chart.Data, Words.For(language).Numbers, width, height, textSize);
        using var surface = SKSurface.Create(new SKImageInfo(width * PixelsPerUnit, height * PixelsPerUnit, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(palette[Tone.Page]);
        surface.Canvas.Scale(PixelsPerUnit);
        ChartPainter.Draw(new Pen(surface.Canvas, palette), drawing, 0, 0);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
