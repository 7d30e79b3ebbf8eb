namespace SalesReports.Documents.Charts;

/// <summary>Maps values to heights: <paramref name="Low"/> lies at <paramref name="Bottom"/>, <paramref name="High"/> at <paramref name="Top"/>.</summary>
public sealed record ValueScale(decimal Low, decimal High, float Top, float Bottom)
{
    private static readonly decimal[] _factors = [1, 2, 5, 10];

    /// <summary>Round steps of 1, 2 or 5 from zero or below to at least the largest value; never empty.</summary>
    public static ValueScale FromZero(IReadOnlyList<decimal> values, float top, float bottom, int steps, out IReadOnlyList<decimal> ticks)
    {
        var (low, high) = (Math.Min(0, values.DefaultIfEmpty(0).Min()), Math.Max(0, values.DefaultIfEmpty(0).Max()));
        var step = NiceStep((high - low) / steps);
        var (first, last) = (Math.Floor(low / step), Math.Ceiling(high / step));
        last = first == last ? first + 1 : last;
        ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        return new ValueScale(first * step, last * step, top, bottom);
    }

    public float Y(decimal value) => Bottom - ((Bottom - Top) * (float)((value - Low) / (High - Low)));

    private static decimal NiceStep(decimal raw)
    {
        if (raw <= 0)
        {
            return 1;
        }

        var magnitude = 1m;
        while (magnitude > raw)
        {
            magnitude /= 10;
        }

        while (magnitude <= raw / 10)
        {
            magnitude *= 10;
        }

        return _factors.First(factor => factor * magnitude >= raw) * magnitude;
    }
}
