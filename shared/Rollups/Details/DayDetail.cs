using System.Text.Json;
using SalesReports.Rollups.Findings;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Rollups.Details;

/// <summary>One of the contents of a day's detailed row, and how it is written.</summary>
/// <param name="Column">Where it stands in the row.</param>
/// <param name="NameIn">The name of the content, as the row keeps it; empty when there is none.</param>
/// <param name="Write">Many days as JSON; equal content gives equal bytes.</param>
/// <param name="Read">The way back.</param>
/// <param name="DayOf">The day of a content.</param>
internal sealed record DayDetail<T>(string Column, Func<DayNames, string> NameIn, Func<IReadOnlyList<T>, byte[]> Write, Func<byte[], IReadOnlyList<T>> Read, Func<T, DateOnly> DayOf);

/// <summary>The contents there are.</summary>
internal static class DayDetail
{
    public static DayDetail<DaySales> Sales { get; } = new("sales", names => names.Sales, SalesText.Write, json => SalesText.Read(json), day => day.Day);

    public static DayDetail<DayFunnel> Funnel { get; } = Plain<DayFunnel>("funnel", names => names.Funnel, day => day.Day);

    public static DayDetail<DayFindings> Findings { get; } = Plain<DayFindings>("findings", names => names.Findings, day => day.Day);

    private static DayDetail<T> Plain<T>(string column, Func<DayNames, string> nameIn, Func<T, DateOnly> dayOf) => new(
        column, nameIn, days => JsonSerializer.SerializeToUtf8Bytes(days, FactRow.Json), json => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, FactRow.Json)!, dayOf);
}

/// <summary>A content as it was read.</summary>
/// <param name="Name">Of the content: equal names mean equal contents.</param>
public sealed record StoredDetail<T>(DateOnly Day, string Name, T Content);
