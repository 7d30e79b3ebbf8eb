using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>The embedded fonts, loaded once; typefaces are immutable and shared by threads.</summary>
internal static class Typefaces
{
    private static readonly Lazy<SKTypeface> _hebrew = new(() => Load("NotoSansHebrew-Medium"));
    private static readonly Lazy<SKTypeface> _arabic = new(() => Load("NotoSansArabic-Medium"));

    public static SKTypeface Regular { get; } = Load("ReportSans-Regular");

    public static SKTypeface SemiBold { get; } = Load("ReportSans-SemiBold");

    public static SKTypeface Bold { get; } = Load("ReportSans-Bold");

    /// <summary>One weight: few documents have Hebrew names.</summary>
    public static SKTypeface Hebrew => _hebrew.Value;

    /// <summary>One weight; also Persian and Urdu letters.</summary>
    public static SKTypeface Arabic => _arabic.Value;

    private static SKTypeface Load(string font)
    {
        var name = $"SalesReports.Documents.Fonts.{font}.ttf";
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font '{name}' is missing from the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font '{name}' cannot be read.");
    }
}
