using SalesReports.Documents.Content.Sections;
using SalesReports.Reports;

namespace SalesReports.Documents.Content;

/// <summary>The sections of a report in words of one language, in reading order. Computes no figure of its own. Source: documents.md, monthly.</summary>
public static class SectionViews
{
    /// <param name="language">A language of the theme's.</param>
    public static IReadOnlyList<SectionView> Of(Report report, string language, Theme theme)
    {
        var say = new SectionWords(report, language, theme);
        return [.. Written(report.Sections, say).OfType<SectionView>().Select(section => Explained(section, say))];
    }

    private static IEnumerable<SectionView?> Written(ReportSections sections, SectionWords say)
    {
        yield return sections.Bridge is { } bridge ? BridgesView.OfWeek(bridge, say) : null;
        yield return sections.Bridges is { } bridges ? BridgesView.Of(bridges, say) : null;
        yield return sections.MarginAlarm is { } alarm ? MarginAlarmView.Of(alarm, say) : null;
        yield return sections.Company is { } company ? CompanyView.Of(company, say) : null;
    }

    /// <summary>The star beside a figure is explained below it, where there is one.</summary>
    private static SectionView Explained(SectionView section, SectionWords say) =>
        section.Blocks.Any(HasFlag) ? section with { Blocks = [.. section.Blocks, new NotesBlock([say.Say("flag.note")])] } : section;

    private static bool HasFlag(Block block) => block switch
    {
        TableBlock table => table.Rows.Any(row => row.Cells.Any(IsFlagged)),
        TilesBlock tiles => tiles.Tiles.Any(tile => IsFlagged(tile.Value)),
        _ => false,
    };

    private static bool IsFlagged(Cell cell) => cell.Number is not null && cell.Text.EndsWith(Cells.Flag, StringComparison.Ordinal);
}
