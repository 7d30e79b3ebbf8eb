namespace SalesReports.Documents.Charts;

/// <summary>Maps values to places: <paramref name="Low"/> lies at <paramref name="From"/>, <paramref name="High"/> at <paramref name="To"/>, whichever of the two is larger.</summary>
internal sealed record Scale(double Low, double High, float From, float To)
{
    private static readonly double[] _factors = [1, 2, 5, 10];

    /// <summary>Round values from the lowest to the highest; empty when the scale is not for an axis.</summary>
    public IReadOnlyList<double> Ticks { get; init; } = [];

    public double Step => Ticks.Count > 1 ? Ticks[1] - Ticks[0] : 1;

    public float At(double value) => From + ((To - From) * (float)Math.Clamp((value - Low) / (High - Low), 0, 1));

    /// <summary>Round steps of 1, 2 or 5 times a power of ten over zero and all values; all zero gives 0 to 1.</summary>
    public static Scale FromZero(IEnumerable<double> values, float from, float to, int steps) => Rounded([.. values, 0], from, to, steps);

    /// <summary>The same over the values alone, when they lie far from zero; for lines, never for bars.</summary>
    public static Scale Around(IReadOnlyList<double> values, float from, float to, int steps)
    {
        const double farFromZero = 0.5;
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        var isFar = (low > 0 && low > high * farFromZero && high > low) || (high < 0 && high < low * farFromZero && high > low);
        return isFar ? Rounded(values, from, to, steps) : FromZero(values, from, to, steps);
    }

    private static Scale Rounded(IReadOnlyList<double> values, float from, float to, int steps)
    {
        var (low, high) = (values.Min(), values.Max());
        var step = NiceStep((high - low) / Math.Max(1, steps));
        var (first, last) = (Math.Floor(low / step), Math.Ceiling(high / step));
        last = first >= last ? first + 1 : last;
        return new Scale(first * step, last * step, from, to) { Ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)] };
    }

    private static double NiceStep(double raw)
    {
        if (raw <= 0)
        {
            return 1;
        }

        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return _factors.First(factor => factor * magnitude >= raw || factor == 10) * magnitude;
    }
}
