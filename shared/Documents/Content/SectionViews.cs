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

    private static IEnumerable<SectionView?> Written(ReportSections sections, SectionWords say) =>
    [
        InsightsView.Of(say),
        DecisionsView.Of(say),
        .. Sales(sections, say),
        .. Deals(sections, say),
        .. Customers(sections, say),
        sections.Forecast is { } forecast ? ForecastView.Of(forecast, say) : null,
        sections.DataQuality is { } quality ? DataQualityView.Of(quality, say) : null,
        sections.Definitions is { } definitions ? DefinitionsView.Of(definitions, say) : null,
    ];

    private static IEnumerable<SectionView?> Sales(ReportSections sections, SectionWords say)
    {
        yield return sections.Bridge is { } bridge ? BridgesView.OfWeek(bridge, say) : null;
        yield return sections.Bridges is { } bridges ? BridgesView.Of(bridges, say) : null;
        yield return sections.MarginAlarm is { } alarm ? MarginAlarmView.Of(alarm, say) : null;
        yield return sections.Company is { } company ? CompanyView.Of(company, say) : null;
    }

    private static IEnumerable<SectionView?> Deals(ReportSections sections, SectionWords say)
    {
        yield return sections.Teams is { } teams ? TeamsView.Of(teams, say) : null;
        yield return sections.People is { } people ? PeopleView.Of(people, say) : null;
        yield return sections.Funnel is { } funnel ? FunnelView.Of(funnel, say) : null;
        yield return sections.Qualification is { } qualification ? QualificationView.Of(qualification, say) : null;
        yield return sections.Marketing is { } marketing ? MarketingView.Of(marketing, say) : null;
        yield return sections.Marketing is { } meeting ? MeetingView.Of(meeting, say) : null;
    }

    private static IEnumerable<SectionView?> Customers(ReportSections sections, SectionWords say)
    {
        yield return sections.Customers is { } customers ? CustomersView.Of(customers, say) : null;
        yield return sections.Customers is { } callList ? CallListView.Of(callList, say) : null;
        yield return sections.Digital is { } digital ? DigitalView.Of(digital, say) : null;
        yield return sections.Friction is { } friction ? FrictionView.Of(friction, say) : null;
        yield return sections.CrossSell is { } crossSell ? CrossSellView.Of(crossSell, say) : null;
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
