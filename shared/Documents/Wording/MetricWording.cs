using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Measures.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Wording;

/// <summary>Words for one metric of a report.</summary>
internal sealed class MetricWording(Words words, Period period)
{
    private const int LongestCell = 20;
    private static readonly string[] _worstFirst = ["red", "amber", "green"];

    private NumberWording Numbers => words.Numbers;

    public Card Card(Metric metric, string? reason)
    {
        var comparisons = metric.Comparisons;
        decimal?[] row = [metric.Value, comparisons.PreviousPeriod?.Value, comparisons.SamePeriodLastYear?.Value, comparisons.TrailingAverage?.Value, comparisons.Target?.Value, metric.YearToDate];
        return new Card(
            metric.Id,
            Name(metric),
            metric.Value is { } value ? Short(metric, value) : words.Undefined,
            metric.Value is null,
            VerdictOf(metric),
            Completeness(metric),
            Lines(metric),
            MoreLines(metric),
            [.. Notes(metric, reason)],
            [.. row.Select((figure, i) => i == 0 && figure is null ? words.Undefined : Cell(metric, figure))],
            History(metric),
            comparisons.Target?.Value);
    }

    public string Name(Metric metric) => PlainText.Line(metric.Name.In(words.Language));

    public Verdict VerdictOf(Metric metric) => metric switch
    {
        { Colour: { } colour } => Verdict(colour),
        { Value: null } => new("none", "", words.Undefined),
        { Comparisons.Target: null } => new("none", "", words.NoTarget),
        _ => new("none", "", words.NotJudged),
    };

    /// <summary>The worst of all metrics; without any colour it says why there is none.</summary>
    public Verdict Overall(IReadOnlyList<Metric> metrics) =>
        _worstFirst.FirstOrDefault(colour => metrics.Any(metric => metric.Colour == colour)) is { } worst ? Verdict(worst)
        : metrics.All(metric => metric.Comparisons.Target is null) ? new("none", "", words.NoTarget)
        : new("none", "", words.NotJudged);

    private Verdict Verdict(string colour) => colour switch
    {
        "green" => new("green", "▲", words.Green),
        "amber" => new("amber", "●", words.Amber),
        "red" => new("red", "▼", words.Red),
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Green, amber or red."),
    };

    /// <summary>In full, unless that is longer than a table's column.</summary>
    public string Cell(Metric metric, decimal? value) =>
        Full(metric, value) is var full && full.Length <= LongestCell ? full : Short(metric, value!.Value);

    public string Full(Metric metric, decimal? value) => (value, metric.Unit) switch
    {
        (null, _) => words.Nothing,
        ({ } ratio, "ratio") => Numbers.Percent(ratio),
        ({ } days, "days") => Numbers.Days(days),
        ({ } amount, _) => Numbers.Money(amount, Currency.Parse(metric.Unit)),
    };

    public string Short(Metric metric, decimal value) =>
        metric.Unit is "ratio" or "days" ? Full(metric, value) : Numbers.ShortMoney(value, Currency.Parse(metric.Unit));

    /// <summary>How far a figure is from another: points for ratios, days for durations, percent for money.</summary>
    public string Difference(Metric metric, Comparison? comparison) => comparison switch
    {
        null or { Change: null } => words.Nothing,
        { Change: { } points } when metric.Unit == "ratio" => Numbers.Points(points),
        { Change: { } days } when metric.Unit == "days" => Numbers.SignedDays(days),
        { Relative: { } relative } => Numbers.SignedPercent(relative),
        { RelativeReason: "new" } => words.NewFigure,
        { Change: 0 } => words.Unchanged,
        { Change: { } change } => Numbers.SignedShortMoney(change, Currency.Parse(metric.Unit)),
    };

    private IReadOnlyList<CardLine> Lines(Metric metric)
    {
        var (target, previous, lastYear) = (metric.Comparisons.Target, metric.Comparisons.PreviousPeriod, metric.Comparisons.SamePeriodLastYear);
        var goal = target is null
            ? new CardLine(words.NoTarget, "")
            : new CardLine($"{words.Target} {Short(metric, target.Value)}", target.Change is null ? "" : Difference(metric, target));
        return
        [
            goal,
            new CardLine($"{words.Versus} {words.Dates.Short(period.Back(1))}", Difference(metric, previous)),
            new CardLine($"{words.Versus} {words.Dates.ShortWithYear(period.SamePeriodLastYear())}", Difference(metric, lastYear)),
        ];
    }

    private IReadOnlyList<CardLine> MoreLines(Metric metric) =>
    [
        new CardLine($"{words.Versus} {Uncapitalised(period.Kind == PeriodKind.Weekly ? words.WeeklyAverage : words.MonthlyAverage)}", Difference(metric, metric.Comparisons.TrailingAverage)),
        new CardLine(words.YearToDate, metric.YearToDate is { } sum ? Short(metric, sum) : words.Nothing),
    ];

    private static string Uncapitalised(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private string? Completeness(Metric metric) => metric.Status switch
    {
        "partial" => words.Partial,
        "undefined" => words.Undefined,
        _ => null,
    };

    private IEnumerable<string> Notes(Metric metric, string? reason)
    {
        if (reason is not null)
        {
            yield return reason;
        }

        if (metric is { SmallSample: true, N: > 0 })
        {
            yield return $"{words.SmallSample} (n\u00A0=\u00A0{Numbers.Count(metric.N)})";
        }

        if (metric.Interval is { } interval)
        {
            yield return $"{words.Interval}{words.Colon}{Numbers.Percent(interval.Low)} {words.And} {Numbers.Percent(interval.High)}";
        }

        if (metric.Value is null)
        {
            yield break;
        }

        if (metric.Id == "cac" && metric.Basis is { } basis)
        {
            yield return basis == "loaded" ? words.Loaded : words.Paid;
        }

        if (metric.ToCac is { } times)
        {
            yield return $"{Numbers.Plain(times, 1)}\u00A0× {words.TimesCac}";
        }

        if (metric.Median is { } median)
        {
            yield return $"{words.Median}{words.Colon}{Full(metric, median)}";
        }

        if (metric is { Mean: { } mean, Percentile80: { } most })
        {
            yield return $"{words.Mean} {Full(metric, mean)} · {words.EightyPercent} {Full(metric, most)}";
        }
    }

    private IReadOnlyList<HistoryValue> History(Metric metric) =>
    [
        .. metric.History.Select(point => new HistoryValue(
            Period.TryParse(point.Period, out var at) ? words.Dates.Tick(at) : PlainText.Line(point.Period, 12),
            point.Value,
            Full(metric, point.Value))),
    ];
}
