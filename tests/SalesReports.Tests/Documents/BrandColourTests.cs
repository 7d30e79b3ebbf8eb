using SalesReports.Documents;
using SalesReports.Documents.Graphics;

namespace SalesReports.Tests.Documents;

public sealed class BrandColourTests
{
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#767676", 4.54)]
    [InlineData("#B91C1C", 6.47)]
    public void Contrast_is_that_of_the_guideline(string text, double expected)
    {
        Assert.True(BrandColour.TryParse(text, out var colour, out _));
        Assert.Equal(expected, colour.Contrast, 0.01);
    }

    [Theory]
    [InlineData("#777777", "4.4:1")]
    [InlineData("#FFFF00", "1.0:1")]
    [InlineData("navy", "#0B2545")]
    [InlineData("#12345", "#0B2545")]
    [InlineData("", "#0B2545")]
    public void A_colour_that_cannot_be_read_is_refused_and_the_message_says_what_would_do(string text, string said)
    {
        Assert.False(BrandColour.TryParse(text, out _, out var problem));
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_tone_of_text_can_be_read_on_its_ground_light_and_dark()
    {
        (Tone Ink, Tone Ground)[] pairs =
        [
            (Tone.Text, Tone.Page), (Tone.Muted, Tone.Page), (Tone.Title, Tone.Page), (Tone.Current, Tone.Page), (Tone.Muted, Tone.Ground), (Tone.Text, Tone.Ground), (Tone.Title, Tone.Ground),
            (Tone.Green, Tone.GreenSoft), (Tone.Amber, Tone.AmberSoft), (Tone.Red, Tone.RedSoft), (Tone.Green, Tone.Page), (Tone.Amber, Tone.Page), (Tone.Red, Tone.Page),
            (Tone.Second, Tone.Page), (Tone.Third, Tone.Page), (Tone.Fourth, Tone.Page), (Tone.Fifth, Tone.Page),
            (Tone.Text, Tone.Heat1), (Tone.Text, Tone.Heat2), (Tone.Text, Tone.Heat3), (Tone.Page, Tone.Heat4), (Tone.Page, Tone.Heat5), (Tone.Text, Tone.History),
        ];
        foreach (var palette in new[] { Palette.Light, Palette.Dark })
        {
            Assert.All(pairs, pair => Assert.True(Contrast(palette, pair.Ink, pair.Ground) >= 4.5, $"{pair.Ink} on {pair.Ground} {palette.Hex(pair.Ink)}/{palette.Hex(pair.Ground)}: {Contrast(palette, pair.Ink, pair.Ground):0.00}"));
        }
    }

    private static double Contrast(Palette palette, Tone one, Tone other)
    {
        var (a, b) = (Luminance(palette[one]), Luminance(palette[other]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SkiaSharp.SKColor colour) => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel) => channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
}
