using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Reports;

namespace SalesReports.Documents.Wording;

/// <summary>Where the figures come from, how fresh they are and what they mean: the small print.</summary>
internal sealed class FootWording(Words words, BusinessZone zone)
{
    /// <summary>A report shows this many sources by name and counts the rest.</summary>
    private const int SourcesNamed = 6;

    public string Freshness(IReadOnlyList<SourceState> sources) =>
        sources.Min(source => source.PulledThrough) is { } oldest
            ? $"{words.DataUpTo} {words.Dates.Instant(zone.AtHome(oldest))}"
            : words.NoSource;

    public string? Scope(string scope) => scope.Split(':', 2) switch
    {
        ["team", var team] => $"{words.Team} {PlainText.Line(team, 60)}",
        ["rep", var rep] => $"{words.Rep} {PlainText.Line(rep, 60)}",
        _ => null,
    };

    public IReadOnlyList<string> Lines(Report report) =>
    [
        words.Thresholds,
        $"{words.Sources}{words.Colon}{Sources(report.Sources)}",
        $"{words.Definitions}{words.Colon}{Versions(report.Metrics)} · {words.Scope}{words.Colon}{Scope(report.Scope) ?? words.Company} · "
            + $"{words.Currency} {report.Currency.Code} · {words.TimeZone} {PlainText.Line(report.TimeZone, 40)} · "
            + $"{words.Built} {words.Dates.Instant(zone.AtHome(report.BuiltAt))}, {words.Revision} {words.Numbers.Count(report.Revision)}",
    ];

    private string Sources(IReadOnlyList<SourceState> sources)
    {
        if (sources.Count == 0)
        {
            return words.NoSource.ToLower(CultureInfo.InvariantCulture);
        }

        var named = string.Join(" · ", sources.Take(SourcesNamed).Select(Named));
        return sources.Count > SourcesNamed ? $"{named} · +{words.Numbers.Count(sources.Count - SourcesNamed)}" : named;
    }

    private string Named(SourceState source)
    {
        var (shape, status) = source.Status switch
        {
            "ready" => ("✓", words.Ready),
            "late" => ("●", words.Late),
            "suspect" => ("●", words.Suspect),
            _ => ("✗", words.Failed),
        };
        var through = source.PulledThrough is { } moment ? words.Dates.Instant(zone.AtHome(moment)) : words.Never;
        return $"{shape}\u00A0{PlainText.Line(source.Name, 40)}, {status} ({through})";
    }

    private static string Versions(IReadOnlyList<Metric> metrics) =>
        string.Join(", ", metrics.GroupBy(metric => metric.DefinitionVersion).OrderBy(version => version.Key)
            .Select(version => metrics.All(metric => metric.DefinitionVersion == version.Key)
                ? $"v{version.Key.ToString(CultureInfo.InvariantCulture)}"
                : $"{string.Join(' ', version.Select(metric => metric.Id))} v{version.Key.ToString(CultureInfo.InvariantCulture)}"));
}
