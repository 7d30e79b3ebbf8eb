using System.Globalization;
using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>The colours on a light and on a dark ground; every text colour has at least 4.5:1 on the ground it is used on.</summary>
public sealed class Palette
{
    private static readonly Dictionary<Tone, uint> _light = new()
    {
        [Tone.Page] = 0xFFFFFF,
        [Tone.Title] = 0x0B2545,
        [Tone.Text] = 0x1F2937,
        [Tone.Muted] = 0x56606E,
        [Tone.Rule] = 0xD5DAE1,
        [Tone.Ground] = 0xEEF2F7,
        [Tone.Current] = 0x1D4ED8,
        [Tone.History] = 0x9DB9F2,
        [Tone.Area] = 0xE4ECFD,
        [Tone.Green] = 0x15803D,
        [Tone.Amber] = 0xA64B08,
        [Tone.Red] = 0xB91C1C,
        [Tone.GreenSoft] = 0xDCFCE7,
        [Tone.AmberSoft] = 0xFEF3C7,
        [Tone.RedSoft] = 0xFEE2E2,
        [Tone.Second] = 0x0B2545,
        [Tone.Third] = 0x7E22CE,
        [Tone.Fourth] = 0x0E7490,
        [Tone.Fifth] = 0x78716C,
        [Tone.Heat1] = 0xEFF4FE,
        [Tone.Heat2] = 0xD3E1FC,
        [Tone.Heat3] = 0x9DB9F2,
        [Tone.Heat4] = 0x3D68DB,
        [Tone.Heat5] = 0x1B3FA8,
    };

    private static readonly Dictionary<Tone, uint> _dark = new()
    {
        [Tone.Page] = 0x111827,
        [Tone.Title] = 0xF3F6FB,
        [Tone.Text] = 0xE5E9F0,
        [Tone.Muted] = 0xA9B4C4,
        [Tone.Rule] = 0x2F3B4D,
        [Tone.Ground] = 0x1C2736,
        [Tone.Current] = 0x60A5FA,
        [Tone.History] = 0x34528C,
        [Tone.Area] = 0x1A2A47,
        [Tone.Green] = 0x4ADE80,
        [Tone.Amber] = 0xFBBF24,
        [Tone.Red] = 0xF87171,
        [Tone.GreenSoft] = 0x12331F,
        [Tone.AmberSoft] = 0x3A2B0A,
        [Tone.RedSoft] = 0x3D1717,
        [Tone.Second] = 0xE5E9F0,
        [Tone.Third] = 0xC4A1FF,
        [Tone.Fourth] = 0x5FD4E8,
        [Tone.Fifth] = 0xB8AFA8,
        [Tone.Heat1] = 0x16223A,
        [Tone.Heat2] = 0x1D3157,
        [Tone.Heat3] = 0x2A4681,
        [Tone.Heat4] = 0x7FB2F9,
        [Tone.Heat5] = 0xBBD7FD,
    };

    private readonly Dictionary<Tone, uint> _colours;

    private Palette(Dictionary<Tone, uint> colours) => _colours = colours;

    public static Palette Light { get; } = new(_light);

    public static Palette Dark { get; } = new(_dark);

    /// <summary>Light, with the colours of a company in the place of titles and of the current period.</summary>
    public static Palette Of(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return new(new(_light) { [Tone.Title] = theme.Primary.Rgb, [Tone.Current] = theme.Accent.Rgb });
    }

    /// <summary>The strong tone of a status: <c>green</c>, <c>amber</c>, <c>red</c>; muted for any other.</summary>
    public static Tone Strong(string colour) => colour switch
    {
        "green" => Tone.Green,
        "amber" => Tone.Amber,
        "red" => Tone.Red,
        _ => Tone.Muted,
    };

    /// <summary>The ground of a status.</summary>
    public static Tone Soft(string colour) => colour switch
    {
        "green" => Tone.GreenSoft,
        "amber" => Tone.AmberSoft,
        "red" => Tone.RedSoft,
        _ => Tone.Ground,
    };

    /// <summary><c>#1d4ed8</c>.</summary>
    public string Hex(Tone tone) => string.Create(CultureInfo.InvariantCulture, $"#{_colours[tone]:x6}");

    internal SKColor this[Tone tone] => new(0xFF000000 | _colours[tone]);
}
