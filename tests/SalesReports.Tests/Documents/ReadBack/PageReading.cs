using System.Xml.Linq;
using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;

namespace SalesReports.Tests.Documents.ReadBack;

/// <summary>The online page read back, section by section: every table cell by cell, every tile, note and chart in its place.</summary>
internal static class PageReading
{
    private const int MostRows = 500;
    private const int LongestDescription = 2000;

    /// <summary>Where the page shows something else than the sections say; empty when it says the same.</summary>
    public static IReadOnlyList<string> Differences(string page, IReadOnlyList<SectionView> sections) =>
        [.. sections.Where(section => section.Blocks.Count > 0).SelectMany(section => Differences(Part(page, section.Id), section))];

    private static XElement Part(string page, string section)
    {
        var start = page.IndexOf($"<section class=\"part\" id=\"{section}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no section '{section}'.");
        return XElement.Parse(page[start..(page.IndexOf("</section>", start, StringComparison.Ordinal) + "</section>".Length)]);
    }

    private static IEnumerable<string> Differences(XElement part, SectionView section) =>
    [
        .. Compared(section.Id, "lead", [section.Lead], part.Elements("p")),
        .. Compared(section.Id, "notes", section.Blocks.OfType<NotesBlock>().SelectMany(notes => notes.Lines), part.Descendants("li")),
        .. Compared(section.Id, "tiles", section.Blocks.OfType<TilesBlock>().SelectMany(tiles => tiles.Tiles).Select(tile => tile.Label + Explained(tile.Value) + tile.Detail), part.Descendants("div").Where(IsTile)),
        .. Compared(section.Id, "charts", section.Blocks.OfType<ChartBlock>().Select(chart => PlainText.Line(chart.Description, LongestDescription)), part.Descendants("desc")),
        .. Compared(section.Id, "rows", section.Blocks.OfType<TableBlock>().SelectMany(Rows), part.Descendants("tr").Where(row => row.Parent!.Name != "thead")),
    ];

    private static bool IsTile(XElement element) => (string?)element.Attribute("class") == "tile";

    private static IEnumerable<string> Compared(string section, string what, IEnumerable<string> expected, IEnumerable<XElement> found)
    {
        var (said, shown) = (expected.Select(PdfText.Bare).ToList(), found.Select(element => PdfText.Bare(element.Value)).ToList());
        return said.Count != shown.Count
            ? [$"{section}: {shown.Count} {what} instead of {said.Count}."]
            : said.Zip(shown).Where(pair => pair.First != pair.Second).Select(pair => $"{section}, {what}: '{pair.Second}' instead of '{pair.First}'.");
    }

    /// <summary>The first rows in sight and, when there are more, all of them folded below.</summary>
    private static IEnumerable<string> Rows(TableBlock table)
    {
        var sights = new List<int>();
        if (table.Shown > 0 && table.Rows.Count > 0)
        {
            sights.Add(table.Shown);
        }

        if (table.Rows.Count > table.Shown)
        {
            sights.Add(MostRows);
        }

        return sights.SelectMany(most => table.Rows.Take(most).Concat(table.Total is { } total ? [total] : [])).Select(Row);
    }

    private static string Row(TableRow row) => string.Concat(row.Cells.Select((cell, i) => i == 0 ? cell.Text : Explained(cell)));

    private static string Explained(Cell cell) => cell.Reason is { } reason ? $"{cell.Text} ({reason})" : cell.Text;
}
