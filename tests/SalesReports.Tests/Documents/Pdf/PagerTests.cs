using CsCheck;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Pdf.Layout;

namespace SalesReports.Tests.Documents.Pdf;

public sealed class PagerTests
{
    private static readonly Box _frame = new(36, 50, 500, 400);
    private static readonly Gen<FlowItem> _item = Gen.Select(Gen.Float[1, 120], Gen.Float[0, 30], Gen.Bool, Gen.Float[0, 0.4f])
        .Select((height, gap, keep, needs) => new FlowItem(new Block(height), gap, keep) { NeedsShare = needs });

    [Fact]
    public void Every_element_stands_once_in_order_inside_the_frame_and_on_no_other() => _item.List[0, 60].Sample(items =>
    {
        var pages = Pager.Lay(items, _frame);
        Assert.Equal(items.Select(item => item.Element), pages.SelectMany(page => page).Select(placed => placed.Element));
        Assert.All(pages, page =>
        {
            Assert.NotEmpty(page);
            Assert.Equal(_frame.Top, page[0].Box.Top, 0.01f);
            Assert.All(page, placed => Assert.InRange(placed.Box.Bottom, _frame.Top, _frame.Bottom + 0.01f));
            Assert.All(page.Zip(page.Skip(1)), pair => Assert.True(pair.Second.Box.Top >= pair.First.Box.Bottom - 0.01f));
        });
    });

    [Fact]
    public void What_is_kept_with_the_next_never_ends_a_page() => _item.List[2, 60].Sample(items =>
    {
        var pages = Pager.Lay(items, _frame);
        foreach (var page in pages.SkipLast(1))
        {
            var last = items.First(item => item.Element == page[^1].Element);
            Assert.False(last.KeepWithNext && page.Count > 1 && ChainHeight(items, last) <= _frame.Height, "It was kept and could be.");
        }
    });

    [Fact]
    public void A_table_that_goes_on_begins_each_page_with_its_head()
    {
        var head = new Block(20);
        IReadOnlyList<FlowItem> items = [new(head, 0, KeepWithNext: true), .. Enumerable.Range(0, 50).Select(_ => new FlowItem(new Block(18), 0) { RepeatedHead = head })];
        var pages = Pager.Lay(items, _frame);
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Same(head, page[0].Element));
    }

    private static float ChainHeight(IReadOnlyList<FlowItem> items, FlowItem first)
    {
        var rest = items.SkipWhile(item => item != first).ToList();
        var kept = rest.TakeWhile(item => item.KeepWithNext).Count() + 1;
        return rest.Take(kept).Select((item, i) => (i == 0 ? 0 : item.Gap) + item.Element.HeightAt(_frame.Width)).Sum();
    }

    private sealed class Block(float height) : Element
    {
        protected override float Measure(float width) => height;

        public override void Draw(Pen pen, Box box) => throw new InvalidOperationException("Nothing is drawn here.");
    }
}
