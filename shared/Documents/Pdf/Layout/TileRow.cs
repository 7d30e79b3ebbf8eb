using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>Figures side by side, each in its frame.</summary>
internal sealed class TileRow(IReadOnlyList<Tile> tiles) : Element
{
    private const float Gap = 9;
    private const float Padding = 8;
    private static readonly Style _label = new(Typefaces.SemiBold, 7.6f, Tone.Muted);
    private static readonly Style _value = new(Typefaces.Bold, 15, Tone.Text);
    private static readonly Style _undefined = new(Typefaces.SemiBold, 12, Tone.Muted);
    private static readonly Style _detail = new(Typefaces.Regular, 7.2f, Tone.Muted);

    protected override float Measure(float width)
    {
        var inner = InnerWidth(width);
        return (2 * Padding) + LabelHeight(inner) + 18 + (tiles.Max(tile => Detail(tile, inner).Count) * _detail.LineHeight);
    }

    public override void Draw(Pen pen, Box box)
    {
        var labels = LabelHeight(InnerWidth(box.Width));
        for (var i = 0; i < tiles.Count; i++)
        {
            DrawTile(pen, tiles[i], box.Columns(tiles.Count, i, Gap), labels);
        }
    }

    private static void DrawTile(Pen pen, Tile tile, Box box, float labels)
    {
        pen.Frame(box, Tone.Rule, 4);
        if (tile.Value.Colour != "none")
        {
            pen.Fill(new Box(box.Left, box.Top + 7, 2.2f, box.Height - 14), Palette.Strong(tile.Value.Colour));
        }

        var inner = box.Inset(Padding, Padding);
        pen.Paragraph(tile.Label, inner, _label, 2);
        pen.Text(tile.Value.Text, inner.Left, inner.Top + labels + 14, inner.Width, tile.Value.Reason is null ? _value : _undefined);
        var lines = Detail(tile, inner.Width);
        for (var i = 0; i < lines.Count; i++)
        {
            pen.Text(lines[i], inner.Left, inner.Top + labels + 18 + _detail.Size + (i * _detail.LineHeight), inner.Width, _detail);
        }
    }

    private float InnerWidth(float width) => new Box(0, 0, width, 0).Columns(tiles.Count, 0, Gap).Width - (2 * Padding);

    private float LabelHeight(float inner) => tiles.Max(tile => TextFit.Wrap(tile.Label, _label, inner, 2).Count) * _label.LineHeight;

    /// <summary>The comparison, or why there is no figure.</summary>
    private static IReadOnlyList<string> Detail(Tile tile, float width) =>
        (tile.Detail.Length > 0 ? tile.Detail : tile.Value.Reason) is { Length: > 0 } text ? TextFit.Wrap(text, _detail, width, 3) : [];
}
