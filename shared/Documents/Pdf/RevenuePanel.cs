using SalesReports.Documents.Charts;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Revenue, the largest of the seven, with the bars of its thirteen periods.</summary>
internal static class RevenuePanel
{
    private static readonly Style _title = new(Typefaces.SemiBold, 9, Tone.Title);
    private static readonly Style _legend = new(Typefaces.Regular, 7, Tone.Muted);

    public static void Draw(Pen pen, ReportView view, Box box)
    {
        var card = box.Columns(3, 0, 11);
        CardPanel.Draw(pen, view.Cards[0], view.Words.Numbers, card, large: true);
        var chart = box.Columns(3, 1, 11, span: 2);
        pen.Text(view.Revenue.Title, chart.Left, chart.Top + 9, chart.Width - 80, _title);
        pen.Text(view.Revenue.TargetLegend, chart.Left, chart.Top + 9, chart.Width, _legend, Align.Right);
        var plot = chart.Below(14);
        ChartPainter.Draw(pen, ChartDrawing.Of(view.Revenue.Chart.Data, view.Words.Numbers, plot.Width, plot.Height), plot.Left, plot.Top);
    }
}
