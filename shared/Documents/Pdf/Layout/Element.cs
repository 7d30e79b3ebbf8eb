using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>Something on a page that knows its height before it is drawn. It is never cut in two; what can be, such as a table, is made of many.</summary>
internal abstract class Element
{
    private float _width = -1;
    private float _height;

    /// <summary>Asked for several times while pages are laid, measured once.</summary>
    public float HeightAt(float width)
    {
        if (width != _width)
        {
            (_width, _height) = (width, Measure(width));
        }

        return _height;
    }

    /// <param name="box">As high as <see cref="HeightAt"/> said.</param>
    public abstract void Draw(Pen pen, Box box);

    protected abstract float Measure(float width);
}

/// <summary>An element's place in the flow from top to bottom.</summary>
/// <param name="Gap">Space above it, except at the top of a page.</param>
/// <param name="KeepWithNext">It never stands at the foot of a page without what follows.</param>
internal sealed record FlowItem(Element Element, float Gap, bool KeepWithNext = false)
{
    /// <summary>Drawn again at the top of a page when this element begins it: the head of its table.</summary>
    public Element? RepeatedHead { get; init; }

    /// <summary>The name of a destination for links and bookmarks.</summary>
    public string? Anchor { get; init; }

    /// <summary>Begins a new page unless this share of the page is still free.</summary>
    public float NeedsShare { get; init; }
}

/// <summary>An element where it stands.</summary>
internal sealed record Placed(Element Element, Box Box, string? Anchor);
