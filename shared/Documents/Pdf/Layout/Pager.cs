using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>Lays a flow of elements on as many pages as it takes.</summary>
internal static class Pager
{
    /// <param name="frame">The part of each page that the flow may use.</param>
    public static IReadOnlyList<IReadOnlyList<Placed>> Lay(IReadOnlyList<FlowItem> items, Box frame)
    {
        var pages = new List<IReadOnlyList<Placed>>();
        var page = new List<Placed>();
        var y = frame.Top;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var isHeld = i > 0 && items[i - 1].KeepWithNext;
            var isLow = !isHeld && frame.Bottom - y < item.NeedsShare * frame.Height;
            if (page.Count > 0 && (isLow || y + item.Gap + HeightKept(items, i, frame) > frame.Bottom))
            {
                pages.Add(page);
                (page, y) = ([], frame.Top);
            }

            if (page.Count == 0 && item.RepeatedHead is { } head)
            {
                Put(head, 0, null);
            }

            Put(item.Element, page.Count == 0 ? 0 : item.Gap, item.Anchor);
        }

        return page.Count > 0 ? [.. pages, page] : pages;

        void Put(Element element, float gap, string? anchor)
        {
            var height = element.HeightAt(frame.Width);
            page.Add(new Placed(element, new Box(frame.Left, y + gap, frame.Width, height), anchor));
            y += gap + height;
        }
    }

    /// <summary>An element with all that must follow it on the same page; a chain longer than a page is not kept.</summary>
    private static float HeightKept(IReadOnlyList<FlowItem> items, int first, Box frame)
    {
        var height = items[first].Element.HeightAt(frame.Width);
        for (var i = first; items[i].KeepWithNext && i + 1 < items.Count; i++)
        {
            height += items[i + 1].Gap + items[i + 1].Element.HeightAt(frame.Width);
        }

        return height <= frame.Height ? height : items[first].Element.HeightAt(frame.Width);
    }
}
