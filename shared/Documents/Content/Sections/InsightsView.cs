namespace SalesReports.Documents.Content.Sections;

/// <summary>The findings as they were ranked.</summary>
internal static class InsightsView
{
    public static SectionView Of(SectionWords say) => say.Report.Insights.Count == 0
        ? say.Section("insights", say.Say("insights.none"))
        : say.Section("insights", say.Say("insights.lead"), new NotesBlock([.. say.Report.Insights.Select(insight => say.In(insight.Text))]));
}
