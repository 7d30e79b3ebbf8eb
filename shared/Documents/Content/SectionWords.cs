using SalesReports.Calendar;
using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Documents.Content;

/// <summary>What every section is written with: the language, cells and charts of one report.</summary>
internal sealed class SectionWords
{
    public SectionWords(Report report, string language, Theme theme)
    {
        (Report, Theme) = (report, theme);
        Words = Words.For(language);
        Period = Period.TryParse(report.Period, out var period) ? period : throw new ArgumentException($"Period '{PlainText.Line(report.Period, 20)}' is not a period.", nameof(report));
        Cells = new Cells(Words, report.Currency);
        Charts = new ChartWords(Words, report.Currency, Cells);
        Metrics = new MetricWording(Words, Period);
    }

    public Report Report { get; }

    public Theme Theme { get; }

    public Words Words { get; }

    public Period Period { get; }

    public Cells Cells { get; }

    public ChartWords Charts { get; }

    public MetricWording Metrics { get; }

    public string Say(string key, params string[] values) => Words.Say(key, values);

    public string Money(decimal value) => Words.Numbers.ShortMoney(value, Report.Currency);

    public string Count(int value) => Words.Numbers.Count(value);

    public string In(LocalText text) => PlainText.Line(text.In(Words.Language), 300);

    /// <summary><c>octobre 2026</c> of a period's name.</summary>
    public string PeriodName(string name) => Period.TryParse(name, out var period) ? Words.Dates.ShortWithYear(period) : PlainText.Line(name, 20);

    /// <summary>A headline metric's name.</summary>
    public string Metric(string id) => Report.Metrics.FirstOrDefault(metric => metric.Id == id) is { } metric ? Metrics.Name(metric) : id;

    /// <summary>A rep's name where the report tells it, else the id.</summary>
    public string RepName(string id) =>
        Report.Sections.Teams?.Section?.Reps.FirstOrDefault(rep => rep.Id == id)?.Name ?? Report.Sections.People?.Section?.People.FirstOrDefault(person => person.Id == id)?.Name ?? id;

    public SectionView Section(string id, string lead, params IEnumerable<Block> blocks) => new(id, Say($"{id}.title"), lead, [.. blocks]);

    /// <summary>A section that is not there says why in its one line.</summary>
    public SectionView Missing(string id, Reason? reason) => new(id, Say($"{id}.title"), reason is null ? Say("reason.none") : In(reason.Text), []);

    public SectionView Of<T>(string id, SectionResult<T> result, Func<T, SectionView> write)
        where T : class => result.Section is { } section ? write(section) : Missing(id, result.Reason);

    public Tile Tile(string id, string label, Figure figure) => new(id, label, Cells.Of(figure), Detail(figure));

    public static TableBlock Table(string id, string title, IReadOnlyList<Column> columns, IEnumerable<TableRow> rows, int shown = 12, TableRow? total = null) =>
        new(id, title, columns, [.. rows], total, shown);

    public static TableRow Row(params Cell[] cells) => new(cells);

    public Column Name(string key, float weight = 2) => new(Say(key), ColumnKind.Text, weight);

    public Column Number(string key, ColumnKind kind, float weight = 1) => new(Say(key), kind, weight);

    /// <summary>Why there is no value, what makes it uncertain, else from how many cases it is.</summary>
    private string Detail(Figure figure)
    {
        string[] parts =
        [
            figure.ReasonText is { } why ? In(why) : "",
            figure is { Value: not null, Interval: { } range } ? $"{Words.Interval}{Words.Colon}{Words.Numbers.Percent(range.Low)} {Words.And} {Words.Numbers.Percent(range.High)}" : "",
            figure is { Value: not null, N: > 0 } ? Say("detail.n", Count(figure.N)) : "",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
