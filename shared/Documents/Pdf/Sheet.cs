using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf;

/// <summary>A sheet of paper and its margins.</summary>
internal sealed record Sheet(Paper Paper)
{
    public const float Margin = 36;

    /// <summary>The band of colour at the top.</summary>
    public const float Band = 6;

    public Box Whole => new(0, 0, Paper.Width, Paper.Height);

    /// <summary>Between the margins, below the band.</summary>
    public Box Inside => new(Margin, 22, Paper.Width - (2 * Margin), Paper.Height - 22 - 20);

    /// <summary>What is left between the head and the foot of a page of many.</summary>
    public Box Frame => new(Margin, 56, Paper.Width - (2 * Margin), Paper.Height - 56 - 46);
}
