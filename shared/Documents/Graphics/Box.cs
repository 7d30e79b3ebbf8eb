using System.Runtime.InteropServices;

namespace SalesReports.Documents.Graphics;

/// <summary>A place on the page in points, origin top left. Layout is cutting boxes into smaller ones.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(float Left, float Top, float Width, float Height)
{
    public float Right => Left + Width;

    public float Bottom => Top + Height;

    public Box Inset(float horizontal, float vertical) => new(Left + horizontal, Top + vertical, Width - (2 * horizontal), Height - (2 * vertical));

    public Box Columns(int count, int index, float gap, int span = 1)
    {
        var width = (Width - (gap * (count - 1))) / count;
        return this with { Left = Left + (index * (width + gap)), Width = (width * span) + (gap * (span - 1)) };
    }

    public Box Rows(int count, int index, float gap)
    {
        var height = (Height - (gap * (count - 1))) / count;
        return this with { Top = Top + (index * (height + gap)), Height = height };
    }

    /// <summary>The upper part of this height.</summary>
    public Box Head(float height) => this with { Height = height };

    /// <summary>What is left below a head of this height.</summary>
    public Box Below(float height) => this with { Top = Top + height, Height = Height - height };

    public Box LeftPart(float width) => this with { Width = width };

    public Box RightOf(float width) => this with { Left = Left + width, Width = Width - width };
}
