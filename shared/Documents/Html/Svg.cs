using System.Globalization;
using SalesReports.Documents.Charts;

namespace SalesReports.Documents.Html;

/// <summary>Numbers and paths as SVG writes them, whatever the culture.</summary>
internal static class Svg
{
    public static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Points(IReadOnlyList<ChartPoint> run) => string.Join(' ', run.Select(point => $"{N(point.X)},{N(point.Y)}"));

    public static string Area(IReadOnlyList<ChartPoint> run, float height) =>
        $"{N(run[0].X)},{N(height)} {Points(run)} {N(run[^1].X)},{N(height)}";
}
