using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using SalesReports.Facts;

namespace SalesReports.Store;

/// <summary>
/// Keys of fact rows. A fact stays in its shard when its day changes, so that old row, new row, pointer and markers commit
/// together. Source: storage.md, facts.
/// </summary>
internal static class FactKeys
{
    /// <summary>Stands where a day would for facts that have none.</summary>
    public const string Undated = "00000000";

    /// <summary>Stands after every day: opportunities that are open now, so that they are found in one scan.</summary>
    public const string Open = "99991231";

    /// <summary>Longer escaped ids are replaced by their hash: a row key holds 1 KiB.</summary>
    private const int LongestId = 400;

    public static string Shard(string source, string id, int shards)
    {
        var hash = XxHash32.HashToUInt32(Encoding.UTF8.GetBytes($"{source}\n{id}"));
        return Shard((int)(hash % (uint)shards));
    }

    public static string Shard(int number) => string.Create(CultureInfo.InvariantCulture, $"S{number:D3}");

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(string dayKey) => DateOnly.ParseExact(dayKey, "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The day keys a fact is filed under; never empty.</summary>
    public static IReadOnlyList<string> Days(Fact fact)
    {
        IEnumerable<string> days = fact.Days.Select(Day);
        IReadOnlyList<string> keys = [.. fact is Opportunity { Outcome: Outcome.Open } ? days.Append(Open) : days];
        return keys.Count > 0 ? keys : [Undated];
    }

    /// <summary>The day keys a fact is filed under as it is now, ascending; a deleted one is filed where its removal is told, or nowhere.</summary>
    public static IReadOnlyList<string> FiledDays(Fact fact) => fact.Deleted ? DaysOfDeleted(fact) : Days(fact);

    /// <summary>
    /// Where a deleted fact is still filed: nowhere, but for an opportunity, whose removal is a movement of the pipeline. It stays
    /// under its days and the day of the removal, by the world's clock: at most one day off the business day.
    /// </summary>
    public static IReadOnlyList<string> DaysOfDeleted(Fact fact)
    {
        if (fact is not Opportunity)
        {
            return [];
        }

        var removed = fact.ModifiedAt is { } at ? [DateOnly.FromDateTime(at.UtcDateTime)] : Array.Empty<DateOnly>();
        return [.. fact.Days.Union(removed).Order().Select(Day)];
    }

    public static string Row(string dayKey, Fact fact) => $"f~{dayKey}~{Escape(fact.Source)}~{Escape(fact.Id)}";

    /// <summary>The day key in the key of a fact's row.</summary>
    public static string DayIn(string rowKey) => rowKey.Substring(2, 8);

    public static string Pointer(Fact fact) => $"k~{Escape(fact.Source)}~{Escape(fact.Id)}";

    public static string Marker(string dayKey) => $"m~{dayKey}";

    /// <summary>Keeps what a key may hold; the rest, and our own separators, become <c>=</c> and four hex digits.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '/' or '\\' or '#' or '?' or '~' or '=' or '%' || char.IsControl(c) || char.IsSurrogate(c))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"={(int)c:X4}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.Length <= LongestId
            ? escaped.ToString()
            : "=hash" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
