using System.Runtime.InteropServices;

namespace SalesReports.Rollups.Sales;

/// <summary>
/// A sum of decimals to the last digit, several times faster than adding decimals: whole hundred-millionths in 128 bits. What
/// does not fit (more than eight places, or beyond 18 quintillion units) is added as decimal beside it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExactSum
{
    private const int Places = 8;

    private Int128 _units;
    private decimal _rest;

    private static ReadOnlySpan<ulong> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    public void Add(decimal value)
    {
        if (TryRead(value, out var magnitude, out var scale, out var negative))
        {
            AddUnits(Math.BigMul(magnitude, Powers[Places - scale]), negative);
        }
        else
        {
            _rest += value;
        }
    }

    public void AddProduct(decimal left, decimal right)
    {
        if (TryRead(left, out var a, out var scaleA, out var negativeA) && TryRead(right, out var b, out var scaleB, out var negativeB)
            && scaleA + scaleB <= Places && Math.BigMul(a, b) is var product && product <= ulong.MaxValue)
        {
            AddUnits(Math.BigMul((ulong)product, Powers[Places - scaleA - scaleB]), negativeA != negativeB);
        }
        else
        {
            _rest += left * right;
        }
    }

    /// <summary>Without trailing zeros: 2.50 and 2.5 are the same amount and must be written the same.</summary>
    public readonly decimal Total()
    {
        var negative = Int128.IsNegative(_units);
        var magnitude = (UInt128)(negative ? -_units : _units);
        return _rest == 0 && magnitude <= ulong.MaxValue
            ? Plain((ulong)magnitude, negative)
            : ((decimal)(_units / (Int128)Powers[Places]) + ((decimal)(long)(_units % (Int128)Powers[Places]) / Powers[Places]) + _rest) / 1.0000000000000000000000000000m;
    }

    private static decimal Plain(ulong magnitude, bool negative)
    {
        if (magnitude == 0)
        {
            return 0;
        }

        byte scale = Places;
        while (scale >= 4 && magnitude % 10_000 == 0)
        {
            (magnitude, scale) = (magnitude / 10_000, (byte)(scale - 4));
        }

        while (scale > 0 && magnitude % 10 == 0)
        {
            (magnitude, scale) = (magnitude / 10, (byte)(scale - 1));
        }

        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, negative, scale);
    }

    /// <summary>A decimal of up to 64 bits and eight places.</summary>
    private static bool TryRead(decimal value, out ulong magnitude, out int scale, out bool negative)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        magnitude = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        scale = (bits[3] >> 16) & 0xFF;
        negative = bits[3] < 0;
        return bits[2] == 0 && scale <= Places;
    }

    private void AddUnits(UInt128 units, bool negative) => _units += negative ? -(Int128)units : (Int128)units;
}
