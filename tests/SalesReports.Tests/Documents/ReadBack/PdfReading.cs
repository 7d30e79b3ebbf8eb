using SalesReports.Documents.Content;

namespace SalesReports.Tests.Documents.ReadBack;

/// <summary>
/// The text of a PDF read back in the order in which it was drawn. Names may be shortened there, figures may not: they must follow
/// each other within their own section as the rows of its tables say.
/// </summary>
internal static class PdfReading
{
    /// <param name="text">Of all pages, from <see cref="PdfText.Read"/>.</param>
    /// <returns>The figures that are not where they belong; empty when all are.</returns>
    public static IReadOnlyList<string> Missing(string text, IReadOnlyList<SectionView> sections)
    {
        var missing = new List<string>();
        var titles = sections.Select((section, i) => (Section: section, Title: PdfText.Bare($"{i + 1}. {section.Title}"))).ToList();
        var end = text.Length;
        foreach (var (section, title) in Enumerable.Reverse(titles))
        {
            // From the back: the contents on the cover name the same titles.
            var start = text.LastIndexOf(title, end - 1, StringComparison.Ordinal);
            if (start < 0)
            {
                missing.Add($"{section.Id}: no title '{title}'.");
                continue;
            }

            missing.AddRange(Missing(text[start..end], section));
            end = start;
        }

        return missing;
    }

    private static IEnumerable<string> Missing(string text, SectionView section)
    {
        var (at, missing) = (0, new List<string>());
        foreach (var figure in section.Blocks.SelectMany(Figures).Select(PdfText.Bare))
        {
            var found = text.IndexOf(figure, at, StringComparison.Ordinal);
            if (found < 0)
            {
                missing.Add($"{section.Id}: '{figure}' is not there.");
                continue;
            }

            at = found + figure.Length;
        }

        return missing;
    }

    private static IEnumerable<string> Figures(Block block) => block switch
    {
        TilesBlock tiles => tiles.Tiles.Select(tile => tile.Value.Text),
        TableBlock table => Runs(table),
        _ => [],
    };

    /// <summary>Figures that stand side by side in a row follow each other without anything between.</summary>
    private static IEnumerable<string> Runs(TableBlock table) => table.Rows.Take(table.Shown).Concat(table.Total is { } total && table.Rows.Count > 0 ? [total] : []).SelectMany(row =>
    {
        var runs = new List<string> { "" };
        foreach (var (cell, column) in row.Cells.Zip(table.Columns))
        {
            if (column.Kind == ColumnKind.Text)
            {
                runs.Add("");
            }
            else
            {
                runs[^1] += cell.Text;
            }
        }

        return runs.Where(run => run.Length > 0);
    });
}
