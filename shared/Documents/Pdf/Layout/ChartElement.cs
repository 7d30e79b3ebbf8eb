using SalesReports.Documents.Charts;
using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>A chart under its title, as high as its kind needs.</summary>
internal sealed class ChartElement(ChartBlock chart, NumberWording numbers) : Element
{
    private const float TitleGap = 4;
    private static readonly Style _title = new(Typefaces.SemiBold, 9, Tone.Title);

    /// <summary>Tables of cells and lines over many periods need the width for themselves.</summary>
    public bool SharesItsLine { get; } = chart.Data is not (HeatData or FanData or LinesData);

    protected override float Measure(float width) => TitleHeight(width) + PlotHeight(chart.Data);

    public override void Draw(Pen pen, Box box)
    {
        pen.Paragraph(chart.Title, box, _title, 2);
        var plot = box.Below(TitleHeight(box.Width));
        ChartPainter.Draw(pen, ChartDrawing.Of(chart.Data, numbers, plot.Width, plot.Height), plot.Left, plot.Top);
    }

    private float TitleHeight(float width) => (TextFit.Wrap(chart.Title, _title, width, 2).Count * _title.LineHeight) + TitleGap;

    private static float PlotHeight(ChartData data) => data switch
    {
        RankingData ranking => Math.Clamp(ranking.Values.Count * 14, 28, 224),
        FunnelData funnel => Math.Clamp(funnel.Stages.Count * 31, 60, 200),
        StackedBarsData stacked => Math.Clamp(24 + (stacked.Bars.Count * 17), 60, 240),
        HeatData heat => Math.Clamp(12 + (heat.Rows.Count * 14), 40, 320),
        _ => 138,
    };
}
