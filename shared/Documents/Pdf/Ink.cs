using SkiaSharp;

namespace SalesReports.Documents.Pdf;

/// <summary>The colours of a printed page; every text colour has at least 4.5:1 on the ground it is used on.</summary>
internal static class Ink
{
    public static readonly SKColor Page = SKColors.White;
    public static readonly SKColor Title = new(0x0B, 0x25, 0x45);
    public static readonly SKColor Text = new(0x1F, 0x29, 0x37);
    public static readonly SKColor Muted = new(0x56, 0x60, 0x6E);
    public static readonly SKColor Rule = new(0xD5, 0xDA, 0xE1);
    public static readonly SKColor Ground = new(0xEE, 0xF2, 0xF7);
    public static readonly SKColor Current = new(0x1D, 0x4E, 0xD8);
    public static readonly SKColor History = new(0x9D, 0xB9, 0xF2);
    public static readonly SKColor Area = new(0xE4, 0xEC, 0xFD);

    public static SKColor Strong(string colour) => colour switch
    {
        "green" => new(0x15, 0x80, 0x3D),
        "amber" => new(0xB4, 0x53, 0x09),
        "red" => new(0xB9, 0x1C, 0x1C),
        _ => Muted,
    };

    public static SKColor Soft(string colour) => colour switch
    {
        "green" => new(0xDC, 0xFC, 0xE7),
        "amber" => new(0xFE, 0xF3, 0xC7),
        "red" => new(0xFE, 0xE2, 0xE2),
        _ => Ground,
    };
}
