using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>The three embedded weights, loaded once; typefaces are immutable and shared by threads.</summary>
internal static class Typefaces
{
    public static SKTypeface Regular { get; } = Load("Regular");

    public static SKTypeface SemiBold { get; } = Load("SemiBold");

    public static SKTypeface Bold { get; } = Load("Bold");

    private static SKTypeface Load(string weight)
    {
        var name = $"SalesReports.Documents.Fonts.ReportSans-{weight}.ttf";
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font '{name}' is missing from the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font '{name}' cannot be read.");
    }
}
