namespace SalesReports.Documents;

/// <summary>The look of the documents, as it is configured in the section <c>Theme</c>.</summary>
public sealed class ThemeOptions
{
    /// <summary>Of titles and bands; dark enough for white text on it, 4.5:1.</summary>
    public string PrimaryColour { get; set; } = "#0B2545";

    /// <summary>Of the current period; as dark.</summary>
    public string AccentColour { get; set; } = "#1D4ED8";

    /// <summary>Path of a PNG or JPEG file of at most 200 KB; empty for none.</summary>
    public string Logo { get; set; } = "";

    /// <summary><c>A4</c> or <c>Letter</c>.</summary>
    public string Paper { get; set; } = "A4";
}
