using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using SalesReports.Facts;

namespace SalesReports.Jobs;

/// <summary>
/// All that a source holds of one kind, as far as it must be known to find what it holds no longer: eight bytes of each id, and
/// between which dates the facts lie.
/// </summary>
internal sealed class HeldFacts
{
    private readonly List<ulong> _ids = [];
    private readonly List<DateSpan> _spans = [];
    private bool _isSorted;

    public bool IsEmpty => _ids.Count == 0;

    /// <summary>First and last day that facts are filed under; null when none is.</summary>
    public (DateOnly From, DateOnly To)? Days { get; private set; }

    /// <summary>Some facts are filed under no day.</summary>
    public bool HasUndated { get; private set; }

    public void Add(Fact fact)
    {
        (_isSorted, HasUndated) = (false, HasUndated || fact.Days.Count == 0);
        _ids.Add(NameOf(fact.Id));
        foreach (var day in fact.Days)
        {
            Days = Days is { } days ? (day < days.From ? day : days.From, day > days.To ? day : days.To) : (day, day);
        }

        foreach (var (date, index) in DatesOf(fact).Select((date, index) => (date, index)))
        {
            var span = index < _spans.Count ? _spans[index] : DateSpan.None;
            _spans.RemoveRange(index, index < _spans.Count ? 1 : 0);
            _spans.Insert(index, span.With(date));
        }
    }

    /// <summary>Two ids may share eight bytes, once in a universe: then a fact stays that should go.</summary>
    public bool Holds(string id)
    {
        if (!_isSorted)
        {
            _ids.Sort();
            _isSorted = true;
        }

        return _ids.BinarySearch(NameOf(id)) >= 0;
    }

    /// <summary>
    /// Does a stored fact lie where the source would show it? Each of its dates must lie between the first and the last of that
    /// date; one that it lacks must be lacking elsewhere too. So deals closed in November say nothing about deals still open.
    /// </summary>
    public bool Spans(Fact stored) => DatesOf(stored).Select((date, index) => _spans[index].Contains(date)).All(within => within);

    /// <summary>The dates that place a fact in time; a fixed number for each kind, none for what has no time.</summary>
    private static IReadOnlyList<DateOnly?> DatesOf(Fact fact) => fact switch
    {
        Order order => [order.OrderedAt.Day],
        Opportunity deal => [deal.CreatedAt?.Day, deal.ClosedAt?.Day],
        Lead lead => [lead.CreatedAt.Day],
        Quote quote => [quote.RequestedAt.Day],
        SpendDay spend => [spend.Day],
        DailyRate rate => [rate.Day],
        Target target => [StartOf(target.Period)],
        _ => [],
    };

    /// <summary>First day of <c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</summary>
    private static DateOnly StartOf(string period)
    {
        var year = int.Parse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return period[4..] switch
        {
            "" => new DateOnly(year, 1, 1),
            ['-', 'Q', var quarter] => new DateOnly(year, ((quarter - '1') * 3) + 1, 1),
            var month => new DateOnly(year, int.Parse(month.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture), 1),
        };
    }

    private static ulong NameOf(string id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));

    private sealed record DateSpan(DateOnly? First, DateOnly? Last, bool HasMissing)
    {
        public static DateSpan None { get; } = new(null, null, false);

        public DateSpan With(DateOnly? date) => date is not { } known
            ? this with { HasMissing = true }
            : this with { First = First < known ? First : known, Last = Last > known ? Last : known };

        public bool Contains(DateOnly? date) => date is null ? HasMissing : date >= First && date <= Last;
    }
}
