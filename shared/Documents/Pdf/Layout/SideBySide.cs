using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>Elements in columns of equal width, as high as the highest.</summary>
internal sealed class SideBySide(IReadOnlyList<Element> elements, float gap) : Element
{
    protected override float Measure(float width) => elements.Max(element => element.HeightAt(ColumnOf(new Box(0, 0, width, 0), 0).Width));

    public override void Draw(Pen pen, Box box)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var column = ColumnOf(box, i);
            elements[i].Draw(pen, column.Head(elements[i].HeightAt(column.Width)));
        }
    }

    private Box ColumnOf(Box box, int index) => box.Columns(elements.Count, index, gap);
}
