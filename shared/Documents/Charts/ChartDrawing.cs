using SalesReports.Documents.Content;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Charts;

/// <summary>A chart that has a size: marks from back to front, drawn alike on a page, in a picture and as SVG.</summary>
public sealed record ChartDrawing(float Width, float Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>The size of text that suits a printed page.</summary>
    public const float PrintText = 7;

    /// <param name="textSize">Of labels, in the unit of width and height.</param>
    /// <exception cref="ArgumentException">The chart has no unit, or a waterfall's steps do not lead from its first total to its last.</exception>
    public static ChartDrawing Of(ChartData data, NumberWording numbers, float width, float height, float textSize = PrintText)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (string.IsNullOrWhiteSpace(data.Unit) && data is not SparkData)
        {
            throw new ArgumentException($"A chart of the kind {data.GetType().Name} comes without the unit of its axis; no chart is drawn without one.", nameof(data));
        }

        var sheet = new ChartSheet(width, height, textSize, new AxisNumbers(numbers, data.UnitSize));
        switch (data)
        {
            case BarsData bars:
                BarsChart.Draw(sheet, bars);
                break;
            case RankingData ranking:
                RankingChart.Draw(sheet, ranking);
                break;
            case LinesData lines:
                LinesChart.Draw(sheet, lines);
                break;
            case WaterfallData waterfall:
                WaterfallChart.Draw(sheet, waterfall);
                break;
            case FunnelData funnel:
                FunnelChart.Draw(sheet, funnel);
                break;
            case StackedBarsData stacked:
                StackedBarsChart.Draw(sheet, stacked);
                break;
            case ParetoData pareto:
                ParetoChart.Draw(sheet, pareto);
                break;
            case HeatData heat:
                HeatChart.Draw(sheet, heat);
                break;
            case FanData fan:
                FanChart.Draw(sheet, fan);
                break;
            case SparkData spark:
                SparkChart.Draw(sheet, spark);
                break;
            default:
                throw new ArgumentException($"No drawing is known for a chart of the kind {data.GetType().Name}.", nameof(data));
        }

        return new ChartDrawing(width, height, sheet.Marks);
    }
}
