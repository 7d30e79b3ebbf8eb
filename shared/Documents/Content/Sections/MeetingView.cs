using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Marketing;

namespace SalesReports.Documents.Content.Sections;

/// <summary>The page for the meeting of sales and marketing, in the order of its fixed agenda.</summary>
internal static class MeetingView
{
    public static SectionView Of(SectionResult<MarketingSection> result, SectionWords say) => say.Of("meeting", result, section => say.Section(
        "meeting",
        say.Say("meeting.lead", say.Count(section.Meeting.LeadsGenerated.Leads), say.Count(section.Meeting.LeadsGenerated.Previous)),
        Generated(section.Meeting.LeadsGenerated, say),
        Conversion(section.Meeting.ConversionBySource, say),
        Quality(section.Meeting.LeadQuality, say),
        new HeadingBlock(say.Say("meeting.adjustments")),
        new NotesBlock([.. Adjustments(section.Meeting.CampaignAdjustments, say).DefaultIfEmpty(say.Say("meeting.noCac"))])));

    private static TableBlock Generated(LeadsGenerated leads, SectionWords say) => SectionWords.Table(
        "meeting.leads", say.Say("meeting.generated"),
        [say.Name("col.source"), say.Number("marketing.leads", ColumnKind.Count), say.Number("meeting.previous", ColumnKind.Count), say.Number("meeting.change", ColumnKind.Count)],
        leads.BySource.Select(source => Row(say, say.Cells.Name(source.Source), source.Leads, source.Previous)),
        total: Row(say, new Cell(say.Say("whole")), leads.Leads, leads.Previous));

    private static TableRow Row(SectionWords say, Cell name, int now, int before) =>
        SectionWords.Row(name, say.Cells.Count(now), say.Cells.Count(before), say.Cells.SignedCount(now - before));

    private static TableBlock Conversion(IReadOnlyList<SourceConversion> rows, SectionWords say) => SectionWords.Table(
        "meeting.conversion", say.Say("meeting.conversion"),
        [say.Name("col.source"), say.Number("marketing.leads", ColumnKind.Count), say.Number("marketing.converted", ColumnKind.Count), say.Number("marketing.conversion", ColumnKind.Ratio)],
        rows.Select(row => SectionWords.Row(say.Cells.Name(row.Source), say.Cells.Count(row.Leads), say.Cells.Count(row.Converted), say.Cells.Ratio(row.Conversion))));

    private static TableBlock Quality(IReadOnlyList<LeadQuality> rows, SectionWords say) => SectionWords.Table(
        "meeting.quality", say.Say("meeting.quality"),
        [
            say.Name("col.source"), say.Number("marketing.leads", ColumnKind.Count), say.Number("marketing.qualified", ColumnKind.Count), say.Number("col.share", ColumnKind.Ratio),
            say.Number("meeting.disqualified", ColumnKind.Count), say.Name("col.reasons", 3),
        ],
        rows.Select(row => SectionWords.Row(
            say.Cells.Name(row.Source), say.Cells.Count(row.Leads), say.Cells.Count(row.Qualified), say.Cells.Ratio(row.QualifiedShare), say.Cells.Count(row.Disqualified),
            Cells.Text(string.Join(", ", row.Reasons.Select(reason => $"{(reason.Reason is null ? say.Say("marketing.noReason") : say.Cells.Name(reason.Reason).Text)} ({say.Count(reason.Count)})"))))));

    private static IEnumerable<string> Adjustments(CampaignAdjustments cac, SectionWords say)
    {
        if (cac.Average is { } average)
        {
            yield return say.Say("meeting.average", say.Money(average));
        }

        foreach (var (key, row) in new[] { ("meeting.best", cac.Best), ("meeting.worst", cac.Worst) })
        {
            if (row is not null)
            {
                yield return say.Say(key, say.Cells.Name(row.Source).Text, say.Money(row.Value), row.Relative is { } relative ? say.Words.Numbers.SignedPercent(relative) : say.Words.Nothing);
            }
        }

        foreach (var source in cac.WithoutNewCustomer)
        {
            yield return say.Say("meeting.nobody", say.Cells.Name(source.Source).Text, say.Money(source.Spend));
        }
    }
}
