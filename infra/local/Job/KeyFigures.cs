using System.Globalization;
using SalesReports.Reports;

namespace SalesReports.Local.Job;

/// <summary>The seven metrics of a report as lines for a terminal.</summary>
internal static class KeyFigures
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static IEnumerable<string> Lines(Report report)
    {
        yield return $"{(report.Kind == "weekly" ? "Week" : "Month")} {report.Period}, {report.Start:yyyy-MM-dd} to {report.End.AddDays(-1):yyyy-MM-dd}, revision {report.Revision.ToString(Culture)}";
        foreach (var metric in report.Metrics)
        {
            yield return $"  {metric.Name.En,-26} {Value(metric.Value, metric.Unit),20}  {Against(metric),-26} {State(metric)}".TrimEnd();
        }
    }

    private static string Value(decimal? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } ratio, "ratio") => string.Create(Culture, $"{ratio * 100:N1} %"),
        ({ } days, "days") => string.Create(Culture, $"{days:N1} days"),
        ({ } money, _) => string.Create(Culture, $"{money:N2} {unit}"),
    };

    private static string Against(Metric metric) => metric.Comparisons.PreviousPeriod switch
    {
        { Relative: { } relative, Period: var period } => string.Create(Culture, $"{relative * 100:+0.0;-0.0;0.0} % on {period}"),
        { Change: { } change, Period: var period } when metric.Unit == "ratio" => string.Create(Culture, $"{change * 100:+0.0;-0.0;0.0} points on {period}"),
        { Change: { } change, Period: var period } => string.Create(Culture, $"{change:+0.0;-0.0;0.0} on {period}"),
        _ => "no comparison",
    };

    private static string State(Metric metric)
    {
        var words = new List<string> { metric.Status };
        words.AddRange(metric.Colour is null ? [] : [metric.Colour]);
        words.AddRange(metric.SmallSample ? ["small sample"] : []);
        return string.Join(", ", words) + (metric.Reason is null ? "" : $": {metric.Reason}");
    }
}
