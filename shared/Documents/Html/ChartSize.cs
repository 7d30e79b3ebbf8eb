using SalesReports.Documents.Charts;
using SalesReports.Documents.Content;

namespace SalesReports.Documents.Html;

/// <summary>How high a chart stands on the page: lists grow with their rows.</summary>
internal static class ChartSize
{
    private const float Width = 760;
    private const float Row = 26;
    private const float Around = 40;
    private const float Usual = 250;

    public static string Svg(ChartBlock chart, string language) => ChartSvg.Of(chart, language, Width, HeightOf(chart.Data));

    private static float HeightOf(ChartData data) => data switch
    {
        RankingData ranking => Around + (Row * ranking.Values.Count),
        FunnelData funnel => Around + (1.4f * Row * funnel.Stages.Count),
        StackedBarsData stacked => Around + (Row * (stacked.Bars.Count + 1)),
        HeatData heat => Around + (Row * heat.Rows.Count),
        _ => Usual,
    };
}
