using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SalesReports.Sources.Csv;

/// <summary>Remembers ids by a 64-bit hash each, in one array: millions take a third of the memory that a set of them would.</summary>
internal sealed class SeenIds
{
    private ulong[] _slots = new ulong[1 << 12];
    private int _count;

    /// <summary>False when the id was added before.</summary>
    public bool Add(string id)
    {
        if (_count >= _slots.Length / 4 * 3)
        {
            Grow();
        }

        // Zero marks a free slot.
        var hash = Math.Max(1, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan())));
        if (!Put(_slots, hash))
        {
            return false;
        }

        _count++;
        return true;
    }

    private static bool Put(ulong[] slots, ulong hash)
    {
        var mask = (ulong)slots.Length - 1;
        var at = hash & mask;
        while (slots[at] != 0)
        {
            if (slots[at] == hash)
            {
                return false;
            }

            at = (at + 1) & mask;
        }

        slots[at] = hash;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var hash in _slots.Where(hash => hash != 0))
        {
            Put(larger, hash);
        }

        _slots = larger;
    }
}
