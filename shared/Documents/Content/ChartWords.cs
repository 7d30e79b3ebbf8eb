using SalesReports.Documents.Wording;
using SalesReports.Measures;

namespace SalesReports.Documents.Content;

/// <summary>Charts of amounts, shares and counts, with their unit in the title and their figures in the description.</summary>
internal sealed class ChartWords(Words words, Currency currency, Cells cells)
{
    public ChartValue Money(string label, decimal? value, decimal? target = null, bool isCurrent = true) =>
        new(PlainText.Line(label, 40), value, cells.Money(value).Text, target, isCurrent);

    public ChartValue SignedMoney(string label, decimal value) => new(label, value, cells.SignedMoney(value).Text, null, true);

    public ChartValue Count(string label, int value) => new(PlainText.Line(label, 40), value, words.Numbers.Count(value), null, true);

    public ChartValue Ratio(string label, decimal? value) => new(PlainText.Line(label, 40), value, cells.Ratio(value).Text, null, true);

    /// <param name="make">Makes the chart of the axis's unit and its size.</param>
    public ChartBlock OfMoney(string id, string title, IEnumerable<ChartValue> shown, Func<string, decimal, ChartData> make, string? description = null)
    {
        var values = shown.ToList();
        var largest = values.SelectMany(value => new[] { value.Value, value.Target }).Select(value => Math.Abs(value ?? 0)).DefaultIfEmpty(0).Max();
        var (unit, size) = words.Numbers.AxisUnit(largest, currency);
        return new ChartBlock(id, $"{title} ({unit})", description ?? Described(values), make(unit, size));
    }

    public ChartBlock Ranking(string id, string title, IReadOnlyList<ChartValue> values) =>
        OfMoney(id, title, values, (unit, size) => new RankingData(values) { Unit = unit, UnitSize = size });

    public ChartBlock OfCounts(string id, string title, IEnumerable<ChartValue> shown, Func<string, ChartData> make) =>
        new(id, $"{title} ({words.Say("unit.count")})", Described(shown), make(words.Say("unit.count")));

    public static string Described(IEnumerable<ChartValue> values) => string.Join(" · ", values.Select(value => $"{value.Label} {value.Text}"));
}
