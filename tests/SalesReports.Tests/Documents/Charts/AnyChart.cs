using CsCheck;
using SalesReports.Documents.Content;

namespace SalesReports.Tests.Documents.Charts;

/// <summary>Charts of every kind with values as companies have them and as they should not: negative, missing, zero, huge, long and strange names.</summary>
internal static class AnyChart
{
    private const string Alphabet = "abcdefg ÉÀçß — Ωж😀م\u202E\t<>&";

    private static readonly Gen<decimal> _number = Gen.Frequency((6, Gen.Decimal[-1_000_000m, 5_000_000m]), (1, Gen.Const(0m)), (1, Gen.Decimal[-1m, 1m]), (1, Gen.Const(9e27m)));
    private static readonly Gen<decimal?> _value = Gen.Frequency((7, _number.Select(number => (decimal?)number)), (1, Gen.Const((decimal?)null)));
    private static readonly Gen<string> _name = Gen.Frequency((6, Gen.String[Gen.Char[Alphabet], 1, 14]), (1, Gen.String[Gen.Char[Alphabet], 380, 400]), (1, Gen.Const("")));
    private static readonly Gen<ChartValue> _point = Gen.Select(_name, _value, OneOf("", "41,3 %", "1 147 435,20 €"), _value, Gen.Bool)
        .Select((name, value, text, target, current) => new ChartValue(name, value, text, target, current));

    private static readonly Gen<decimal> _unit = OneOf(0.01m, 1m, 1000m, 1_000_000m);

    public static Gen<ChartData> Data { get; } = Gen.OneOf(
        Gen.Select(_point.List[0, 40], _unit).Select((values, unit) => (ChartData)new BarsData(values) { Unit = "k€", UnitSize = unit }),
        Gen.Select(_point.List[0, 200], _unit).Select((values, unit) => (ChartData)new RankingData(values) { Unit = "k€", UnitSize = unit }),
        Gen.Select(Gen.Int[1, 36], Gen.Int[1, 5], _unit).SelectMany((points, lines, unit) => Gen.Select(_name.List[points], Line(points).List[lines])
            .Select((labels, all) => (ChartData)new LinesData(labels, all) { Unit = "%", UnitSize = unit })),
        Gen.Select(_name.List[0, 9], Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Decimal[-900_000m, 900_000m].List[9], _unit).Select((names, from, steps, unit) => (ChartData)Closing(names, from, steps, unit)),
        _point.List[0, 12].Select(stages => (ChartData)new FunnelData([.. stages.Select(stage => new FunnelBar(stage with { Value = stage.Value is { } size ? Math.Abs(size) : null }, "41,3 %"))]) { Unit = "affaires", UnitSize = 1 }),
        Gen.Select(_name.List[0, 7], Gen.Select(_name, _point.List[0, 7]).List[0, 60]).Select((parts, bars) => (ChartData)new StackedBarsData(parts, [.. bars.Select(bar => new StackedBar(bar.Item1, bar.Item2))]) { Unit = "k€", UnitSize = 1000 }),
        _point.List[0, 400].Select(values => (ChartData)new ParetoData(values, [.. values.Select((_, i) => (i + 1m) / values.Count)], [new("A", values.Count / 3), new("B", values.Count / 2), new("C", values.Count)]) { Unit = "k€", UnitSize = 1000 }),
        Gen.Select(_name.List[0, 37], Gen.Select(_name, _point.List[0, 37]).List[0, 60]).Select((columns, rows) => (ChartData)new HeatData(columns, [.. rows.Select(row => new HeatRow(row.Item1, row.Item2))]) { Unit = "%", UnitSize = 0.01m }),
        Gen.Select(_point.List[0, 36], Gen.Select(_point, _value, _value).List[0, 6]).Select((history, forecast) => (ChartData)new FanData(history, [.. forecast.Select(one => new FanValue(one.Item1, one.Item2, one.Item3))]) { Unit = "M€", UnitSize = 1_000_000 }),
        Gen.Select(_value.List[1, 36], _value).Select((values, target) => (ChartData)new SparkData(values, target) { Unit = "", UnitSize = 1 }));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<ChartLine> Line(int points) => Gen.Select(_name, _point.List[points], Gen.Bool, Gen.Bool).Select((name, values, muted, dashed) => new ChartLine(name, values, muted, dashed));

    private static WaterfallData Closing(IReadOnlyList<string> names, decimal from, IReadOnlyList<decimal> steps, decimal unit) => new(
        new ChartValue("S46", from, "1 147 435,20 €"),
        [.. names.Select((name, i) => new ChartValue(name, steps[i], ""))],
        new ChartValue("S47", from + steps.Take(names.Count).Sum(), "", IsCurrent: true))
    { Unit = "k€", UnitSize = unit };
}
