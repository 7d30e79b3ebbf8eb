using SalesReports.Documents.Graphics;
using SkiaSharp;

namespace SalesReports.Documents.Pdf;

/// <summary>The company's logo, in its own proportions.</summary>
internal static class LogoDrawing
{
    private const float Space = 6;

    /// <returns>The width taken with the space after it; zero without a logo.</returns>
    public static float Draw(Pen pen, Theme theme, float left, float top, float mostWidth, float mostHeight)
    {
        if (theme.Logo.IsEmpty)
        {
            return 0;
        }

        using var data = SKData.CreateCopy(theme.Logo.Span);
        using var image = SKImage.FromEncodedData(data);
        var scale = Math.Min(mostWidth / image.Width, mostHeight / image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        pen.Canvas.DrawImage(image, new SKRect(left, top + ((mostHeight - height) / 2), left + width, top + ((mostHeight + height) / 2)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return width + Space;
    }
}
