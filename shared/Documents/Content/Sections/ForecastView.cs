using SalesReports.Calendar;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Forecast;

namespace SalesReports.Documents.Content.Sections;

/// <summary>Revenue of the next three months with its interval, the pipeline's view, and how earlier forecasts came out.</summary>
internal static class ForecastView
{
    public static SectionView Of(SectionResult<ForecastSection> result, SectionWords say) => say.Of("forecast", result, section => say.Section(
        "forecast",
        Lead(section, say),
        [
            .. section.Months.Any(month => month.Value is not null) ? [Fan(section.Months, say)] : Array.Empty<Block>(),
            Months(section.Months, say),
            .. Accuracy(section.Accuracy, say),
            new NotesBlock([.. Notes(section, say)]),
        ]));

    private static string Lead(ForecastSection section, SectionWords say) => (section.Months.Count > 0 ? section.Months[0] : null) switch
    {
        { Value: { } value, Low: { } low, High: { } high } next => say.Say("forecast.lead", say.PeriodName(next.Month), say.Money(value), say.Money(low), say.Money(high)),
        { Value: { } value } next => say.Say("forecast.leadPlain", say.PeriodName(next.Month), say.Money(value)),
        _ => say.Say("forecast.leadPipeline", section.MethodReason is { } why ? say.In(why.Text) : say.Say("reason.none")),
    };

    /// <summary>The history of the headline, then the forecast.</summary>
    private static ChartBlock Fan(IReadOnlyList<ForecastMonth> months, SectionWords say)
    {
        var revenue = say.Report.Metrics.First(metric => metric.Id == "revenue");
        List<ChartValue> history = [.. revenue.History.Select((point, i) => say.Charts.Money(Tick(point.Period, say), point.Value, isCurrent: i == revenue.History.Count - 1))];
        List<FanValue> ahead = [.. months.Select(month => new FanValue(say.Charts.Money(Tick(month.Month, say), month.Value), month.Low, month.High))];
        return say.Charts.OfMoney(
            "forecast.fan", say.Say("forecast.chart"), [.. history, .. ahead.Select(value => value.Value), .. ahead.Select(value => value.Value with { Value = value.High })],
            (unit, size) => new FanData(history, ahead) { Unit = unit, UnitSize = size },
            ChartWords.Described(history.Concat(ahead.Select(value => value.Value))));
    }

    private static string Tick(string name, SectionWords say) => Period.TryParse(name, out var period) ? say.Words.Dates.Tick(period) : name;

    private static TableBlock Months(IReadOnlyList<ForecastMonth> months, SectionWords say) => SectionWords.Table(
        "forecast.months", say.Say("forecast.table"),
        [
            say.Name("col.month"), say.Number("forecast.value", ColumnKind.Money), say.Number("forecast.low", ColumnKind.Money), say.Number("forecast.high", ColumnKind.Money),
            say.Number("forecast.pipeline", ColumnKind.Money), say.Number("forecast.withoutPhantoms", ColumnKind.Money), say.Number("forecast.leftOut", ColumnKind.Count),
        ],
        months.Select(month => SectionWords.Row(
            new Cell(say.PeriodName(month.Month)), say.Cells.Money(month.Value), say.Cells.Money(month.Low), say.Cells.Money(month.High),
            say.Cells.Money(month.Pipeline), say.Cells.Money(month.PipelineWithoutPhantoms), say.Cells.Count(month.PipelineLeftOut))));

    private static IEnumerable<Block> Accuracy(ForecastAccuracy? accuracy, SectionWords say) => accuracy is null
        ? []
        :
        [
            new HeadingBlock(say.Say("forecast.accuracy")),
            new TilesBlock(
            [
                new Tile("accuracy.wape", say.Say("forecast.wape"), say.Cells.Ratio(accuracy.Wape), say.Say("detail.n", say.Count(accuracy.N))),
                new Tile("accuracy.bias", say.Say("forecast.bias"), accuracy.Bias is { } bias ? new Cell(say.Words.Numbers.SignedPercent(bias), bias, Unit: ColumnKind.Ratio) : say.Cells.Ratio(null), ""),
                new Tile("accuracy.againstNaive", say.Say("forecast.againstNaive"), say.Cells.Factor(accuracy.AgainstNaive), ""),
                new Tile("accuracy.insideInterval", say.Say("forecast.inside"), say.Cells.Ratio(accuracy.InsideInterval), ""),
            ]),
        ];

    private static IEnumerable<string> Notes(ForecastSection section, SectionWords say)
    {
        if (section.Method is { } method)
        {
            yield return say.Say($"forecast.method.{method}", say.Count(section.HistoryMonths));
        }

        if (section.Accuracy is null)
        {
            yield return say.Say("forecast.noAccuracy");
        }

        if (section.Backtest is { Wape: { } error } tried)
        {
            yield return say.Say("forecast.backtest", say.Cells.Ratio(error).Text, say.Cells.Ratio(tried.NaiveWape).Text, say.Cells.Ratio(tried.Coverage).Text);
        }
    }
}
