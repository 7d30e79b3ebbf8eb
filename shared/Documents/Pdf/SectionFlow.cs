using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Pdf.Layout;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Turns the sections of a report into elements that flow over pages.</summary>
internal sealed class SectionFlow(Words words, float width)
{
    /// <summary>A section that begins lower on a page than this begins a new one.</summary>
    private const float FreeForASection = 0.3f;
    private const int MostReasons = 4;
    private static readonly Style _lead = new(Typefaces.Regular, 9.6f, Tone.Text);
    private static readonly Style _heading = new(Typefaces.SemiBold, 10.5f, Tone.Title);
    private static readonly Style _tableTitle = new(Typefaces.SemiBold, 9, Tone.Title);
    private static readonly Style _note = new(Typefaces.Regular, 8.2f, Tone.Text);
    private static readonly Style _small = new(Typefaces.Regular, 7.2f, Tone.Muted);
    private static readonly Style _absent = new(Typefaces.Regular, 9, Tone.Muted);

    /// <summary>The destination of a section's title.</summary>
    public static string AnchorOf(SectionView section) => $"section-{section.Id}";

    /// <summary>The title as it stands in the contents and over the section.</summary>
    public static string TitleOf(SectionView section, int index) => $"{index + 1}.\u00A0{section.Title}";

    public IReadOnlyList<FlowItem> Of(IReadOnlyList<SectionView> sections) => [.. sections.SelectMany((section, i) => Section(section, TitleOf(section, i)))];

    private IEnumerable<FlowItem> Section(SectionView section, string title)
    {
        if (section.Blocks.Count == 0)
        {
            yield return new FlowItem(new Paragraph($"{title} — {section.Lead}", _absent, 2), 16) { Anchor = AnchorOf(section) };
            yield break;
        }

        yield return new FlowItem(new SectionTitle(title), 26, KeepWithNext: true) { Anchor = AnchorOf(section), NeedsShare = FreeForASection };
        yield return new FlowItem(new Paragraph(section.Lead, _lead, 4), 6, KeepWithNext: true);
        foreach (var item in Blocks(section.Blocks))
        {
            yield return item;
        }
    }

    private IEnumerable<FlowItem> Blocks(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is ChartBlock one && i + 1 < blocks.Count && blocks[i + 1] is ChartBlock two && Chart(one).SharesItsLine && Chart(two).SharesItsLine)
            {
                yield return new FlowItem(new SideBySide([Chart(one), Chart(two)], 18), 12);
                i++;
                continue;
            }

            // A note explains what stands above it and is not left alone on the next page.
            var isExplained = i + 1 < blocks.Count && blocks[i + 1] is NotesBlock && blocks[i] is TableBlock or TilesBlock;
            var items = Block(blocks[i]).ToList();
            for (var part = 0; part < items.Count; part++)
            {
                yield return isExplained && part == items.Count - 1 ? items[part] with { KeepWithNext = true } : items[part];
            }
        }
    }

    private IEnumerable<FlowItem> Block(Block block) => block switch
    {
        HeadingBlock heading => [new FlowItem(new Paragraph(heading.Text, _heading, 2), 14, KeepWithNext: true)],
        NotesBlock notes => notes.Lines.Select((line, i) => new FlowItem(new Paragraph(line, _note, 3, bullet: true), i == 0 ? 8 : 2, KeepWithNext: i == 0 && notes.Lines.Count > 1)),
        TilesBlock { Tiles.Count: > 0 } tiles => [new FlowItem(new TileRow(tiles.Tiles), 10)],
        TableBlock table => Table(table),
        ChartBlock chart => [new FlowItem(Chart(chart), 12)],
        _ => [],
    };

    private IEnumerable<FlowItem> Table(TableBlock table)
    {
        var shown = table.Rows.Take(table.Shown).ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        if (table.Title.Length > 0)
        {
            yield return new FlowItem(new Paragraph(table.Title, _tableTitle, 2), 12, KeepWithNext: true);
        }

        var shape = TableShape.Of(table, width);
        var (head, footnotes) = (new TableHead(shape), Footnotes(table, shown).ToList());
        yield return new FlowItem(head, 4, KeepWithNext: true);
        for (var i = 0; i < shown.Count; i++)
        {
            // No row stands alone below a head, and none is left alone by the rows before, the total or the footnotes.
            var isLast = i == shown.Count - 1;
            var keep = (!isLast && (i == 0 || i == shown.Count - 2)) || (isLast && (table.Total is not null || footnotes.Count > 0));
            yield return new FlowItem(new TableLine(shape, shown[i]), 0, keep) { RepeatedHead = head };
        }

        if (table.Total is { } total)
        {
            yield return new FlowItem(new TableLine(shape, total, isTotal: true), 0, footnotes.Count > 0) { RepeatedHead = head };
        }

        for (var i = 0; i < footnotes.Count; i++)
        {
            yield return new FlowItem(new Paragraph(footnotes[i], _small, 2), 3, i < footnotes.Count - 1);
        }
    }

    /// <summary>How many rows are not shown, and why figures are missing.</summary>
    private IEnumerable<string> Footnotes(TableBlock table, List<TableRow> shown)
    {
        if (table.Rows.Count > shown.Count)
        {
            yield return words.RowsShown(shown.Count, table.Rows.Count);
        }

        foreach (var reason in shown.SelectMany(row => row.Cells).Select(cell => cell.Reason).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostReasons))
        {
            yield return $"{words.Nothing}{words.Colon}{reason}";
        }
    }

    private ChartElement Chart(ChartBlock chart) => new(chart, words.Numbers);
}
