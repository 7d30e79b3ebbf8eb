using System.Text;

namespace SalesReports.Local.Sample;

/// <summary>
/// Random numbers that are the same on every machine and runtime for a seed and the name of a stream: SplitMix64 and plain
/// IEEE arithmetic only (no logarithm or sine, whose last bits differ between platforms). One stream per topic, so that a
/// change to one file of the sample leaves the others as they were.
/// </summary>
internal sealed class SampleRandom
{
    private ulong _state;

    public SampleRandom(int seed, string stream)
    {
        // FNV-1a over the stream's name; the seed is spread over all 64 bits.
        _state = 14695981039346656037UL ^ (unchecked((uint)seed) * 0x9E3779B97F4A7C15UL);
        foreach (var octet in Encoding.UTF8.GetBytes(stream))
        {
            _state = unchecked((_state ^ octet) * 1099511628211UL);
        }
    }

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>In [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A whole number in [low, high].</summary>
    public int Whole(int low, int high) => low + (int)(Unit() * (high - low + 1));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)(Unit() * items.Count)];

    /// <summary>An index drawn in proportion to the weights.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var left = Unit() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }

    /// <summary>Many small and few large values with mean 1, between 0.36 and 4.8: 1 ÷ (0.08 + u), over its mean ln(1.08 ÷ 0.08).</summary>
    public double Skewed() => 1 / (0.08 + Unit()) / 2.6026897;

    /// <summary>A count whose mean is the expectation: rounded up as often as its fraction says.</summary>
    public int Count(double expected)
    {
        var noisy = expected * Between(0.8, 1.2);
        return (int)noisy + (Chance(noisy - Math.Floor(noisy)) ? 1 : 0);
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
