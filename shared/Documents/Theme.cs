namespace SalesReports.Documents;

/// <summary>How documents look and whose they are.</summary>
/// <param name="CompanyName">Shown in every head; text from outside, encoded when drawn.</param>
public sealed record Theme(string CompanyName)
{
    /// <summary>The languages every document exists in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];

    /// <summary>Titles, the band of a page, heads of tables.</summary>
    public BrandColour Primary { get; init; } = BrandColour.Navy;

    /// <summary>The current period in charts.</summary>
    public BrandColour Accent { get; init; } = BrandColour.Blue;

    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>A PNG or JPEG; empty when the company has none.</summary>
    public ReadOnlyMemory<byte> Logo { get; init; }
}

/// <summary>A sheet in points of 1/72 inch.</summary>
public sealed record Paper(string Name, float Width, float Height)
{
    public static Paper A4 { get; } = new("A4", 595, 842);

    public static Paper Letter { get; } = new("Letter", 612, 792);
}
