using System.Globalization;
using System.IO.Hashing;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>Keys of the rows that a day has: all in one partition, so that they change together or not at all.</summary>
internal static class DayKeys
{
    public const string Table = "rollups";
    public const string Partition = "days";

    /// <summary>After every key with the same beginning.</summary>
    public const string Last = "\u007f";

    public const string LightPrefix = "d~";
    public const string SharesPrefix = "s~";
    public const string DetailPrefix = "c~";
    public const string NotePrefix = "x~";
    public const string MonthPrefix = "y~";

    /// <summary>The figures that every report adds up.</summary>
    public static string Light(DateOnly day) => LightPrefix + FactKeys.Day(day);

    /// <summary>The same figures split by who may see them.</summary>
    public static string Shares(DateOnly day) => SharesPrefix + FactKeys.Day(day);

    /// <summary>What the sections of a report are made of; also the lock of the day's rows: whoever changes one changes this.</summary>
    public static string Detail(DateOnly day) => DetailPrefix + FactKeys.Day(day);

    /// <summary>Which customers came to or left the day.</summary>
    public static string Note(DateOnly day, string content) => $"{NotePrefix}{FactKeys.Day(day)}~{content}";

    /// <summary>The details of the month changed since its blobs were made.</summary>
    public static string Month(DateOnly day) => MonthPrefix + day.ToString("yyyyMM", CultureInfo.InvariantCulture);

    public static DateOnly MonthOf(string rowKey) => DateOnly.ParseExact(rowKey[2..] + "01", "yyyyMMdd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(string rowKey) => FactKeys.DayOf(rowKey.Substring(2, 8));

    /// <summary>A name for some content: equal content, equal name.</summary>
    public static string ContentName(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(XxHash64.Hash(content));
}
