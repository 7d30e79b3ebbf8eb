using Microsoft.Extensions.Options;
using SkiaSharp;

namespace SalesReports.Documents;

/// <summary>Says of every wrong value which setting it is and what is accepted.</summary>
internal sealed class ThemeOptionsValidator : IValidateOptions<ThemeOptions>
{
    private const int LargestLogo = 200 * 1024;
    private const int MostPixels = 4_000_000;

    public ValidateOptionsResult Validate(string? name, ThemeOptions options)
    {
        string?[] problems = [Colour("PrimaryColour", options.PrimaryColour), Colour("AccentColour", options.AccentColour), PaperProblem(options.Paper), LogoProblem(options.Logo)];
        return problems.OfType<string>().ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    private static string? Colour(string setting, string text) =>
        BrandColour.TryParse(text, out _, out var problem) ? null : $"Theme:{setting} '{Short(text)}' {problem}.";

    private static string? PaperProblem(string paper) => paper is "A4" or "Letter" ? null : $"Theme:Paper '{Short(paper)}' is not known; 'A4' and 'Letter' are accepted.";

    private static string? LogoProblem(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        if (!File.Exists(path))
        {
            return $"Theme:Logo '{Short(path)}' is not a file; the path of a PNG or JPEG is accepted.";
        }

        if (new FileInfo(path).Length > LargestLogo)
        {
            return $"Theme:Logo '{Short(path)}' is larger than 200 KB, and would be in every document; a smaller one is accepted.";
        }

        using var codec = SKCodec.Create(path);
        return codec is { EncodedFormat: SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg } && (long)codec.Info.Width * codec.Info.Height <= MostPixels
            ? null
            : $"Theme:Logo '{Short(path)}' is not a PNG or JPEG picture of up to 4 million pixels, which is accepted.";
    }

    private static string Short(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(60)]);
}
