using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Charts;

/// <summary>
/// Values as multiples of the axis's unit, and how they are written there. Places on paper are not money, so that they are doubles,
/// which also hold the sum and the span of any two decimals.
/// </summary>
internal sealed class AxisNumbers(NumberWording numbers, decimal unitSize)
{
    private const int ShortText = 9;
    private const double Largest = 7e28;
    private readonly double _unit = unitSize == 0 ? 1 : (double)unitSize;

    public double InUnits(decimal value) => (double)value / _unit;

    /// <summary>Decimals that tell ticks of this step apart.</summary>
    public string Tick(double value, double step) => numbers.Plain((decimal)Math.Clamp(value, -Largest, Largest), step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 4);

    /// <summary>The value's own text when that is short, else the number in the axis's unit.</summary>
    public string Label(ChartValue value) => value switch
    {
        { Value: null } => "",
        { Text: { Length: > 0 and <= ShortText } text } => text,
        { Value: { } number } => Plain(InUnits(number)),
    };

    /// <summary>Of the step of a waterfall: <c>+14,2</c>, <c>−3,1</c>; what rounds to zero has no sign.</summary>
    /// <param name="decimals">The same for all steps, see <see cref="DecimalsFor"/>.</param>
    public string Signed(decimal value, int decimals)
    {
        var text = numbers.Plain((decimal)Math.Clamp(InUnits(value), -Largest, Largest), decimals);
        return value > 0 && text.Any(digit => digit is >= '1' and <= '9') ? "+" + text : text;
    }

    /// <summary>As many as tell values of this size apart, the fewer the larger the largest is; none for counts.</summary>
    public int DecimalsFor(IEnumerable<decimal> values) => values.Select(value => Math.Abs(InUnits(value))).DefaultIfEmpty(0).Max() switch
    {
        _ when _unit == 1 && values.All(value => value == Math.Floor(value)) => 0,
        >= 1000 => 0,
        >= 10 => 1,
        _ => 2,
    };

    public string Plain(double value)
    {
        var size = Math.Abs(value);
        var decimals = size >= 100 || size == Math.Floor(size) && _unit == 1 ? 0 : size >= 10 ? 1 : 2;
        return numbers.Plain((decimal)Math.Clamp(value, -Largest, Largest), decimals);
    }

    public string Whole(double value) => numbers.Plain((decimal)Math.Clamp(value, -Largest, Largest), 0);

    public string Share(decimal fraction) => numbers.Percent(fraction);

    public string More(int hidden) => $"+{numbers.Count(hidden)}";

    public static string Name(string text) => PlainText.Line(text);
}
