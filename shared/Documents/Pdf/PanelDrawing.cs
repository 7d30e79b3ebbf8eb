using SalesReports.Documents.Charts;
using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>A part of a page that shows one chart of a section, or says why there is none.</summary>
internal static class PanelDrawing
{
    private const float TitleHeight = 16;
    private static readonly Style _title = new(Typefaces.SemiBold, 9.5f, Tone.Title);
    private static readonly Style _legend = new(Typefaces.Regular, 7, Tone.Muted);
    private static readonly Style _absent = new(Typefaces.Regular, 8.4f, Tone.Muted);

    public static void Chart(Pen pen, ChartBlock chart, NumberWording numbers, Box box, string legend = "")
    {
        var taken = legend.Length == 0 ? 0 : Math.Min(TextFit.Width(legend, _legend), box.Width * 0.4f) + 6;
        pen.Text(chart.Title, box.Left, box.Top + 9, box.Width - taken, _title);
        pen.Text(legend, box.Right - taken, box.Top + 9, taken, _legend, Align.Right);
        var plot = box.Below(TitleHeight);
        ChartPainter.Draw(pen, ChartDrawing.Of(chart.Data, numbers, plot.Width, plot.Height), plot.Left, plot.Top);
    }

    /// <summary>The first chart of this kind in the section.</summary>
    public static void FirstOf<TData>(Pen pen, IReadOnlyList<SectionView> sections, string id, NumberWording numbers, Box box)
        where TData : ChartData
    {
        if (sections.FirstOrDefault(section => section.Id == id) is not { } section)
        {
            return;
        }

        if (section.Blocks.OfType<ChartBlock>().FirstOrDefault(chart => chart.Data is TData) is { } chart)
        {
            Chart(pen, chart, numbers, box);
        }
        else
        {
            Absent(pen, section, box);
        }
    }

    /// <summary>The section's title, and in its place why there is nothing to see.</summary>
    public static void Absent(Pen pen, SectionView section, Box box)
    {
        pen.Text(section.Title, box.Left, box.Top + 9, box.Width, _title);
        pen.Paragraph(section.Lead, box.Below(TitleHeight), _absent, 4);
    }
}
