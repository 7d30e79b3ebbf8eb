using System.Globalization;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Reads canonical rows the way metrics.md says they mean.</summary>
internal static class PlainReading
{
    public static PlainWorld Read(CanonicalRows rows, PlainSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        return new PlainWorld(
            settings,
            [.. rows.Of("orders").Where(Present).GroupBy(row => row["order_id"], StringComparer.Ordinal).Select(lines => Order([.. lines], zone))],
            [.. rows.Of("opportunities").Where(Present).Select(row => Deal(row, zone))],
            [.. rows.Of("spend").Select(row => new PlainSpend(BusinessDay(row["date"], zone), Number(row["amount"]), Text(row, "currency")))],
            rows.Of("products").ToDictionary(row => row["sku"], row => new PlainProduct(Optional(row, "unit_cost"), Text(row, "currency")), StringComparer.Ordinal),
            [.. rows.Of("fx").Select(row => new PlainRate(BusinessDay(row["date"], zone), row["currency"], Number(row["rate"])))],
            [.. rows.Of("targets").Where(row => row["scope"] == "company").Select(row => new PlainTarget(row["period"], row["metric"], Number(row["value"])))]);
    }

    /// <summary>A date stays as it is, a time without zone is business time, an instant falls on the zone's day.</summary>
    public static DateOnly BusinessDay(string text, TimeZoneInfo zone)
    {
        if (text.Length == 10)
        {
            return DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var hasZone = text.EndsWith('Z') || text.LastIndexOf('+') > 10 || text.LastIndexOf('-') > 10;
        return DateOnly.FromDateTime(hasZone
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), zone).DateTime
            : DateTime.Parse(text, CultureInfo.InvariantCulture));
    }

    private static PlainOrder Order(IReadOnlyList<Row> lines, TimeZoneInfo zone) => new(
        lines[0]["order_id"], BusinessDay(lines[0]["ordered_at"], zone), lines[0]["customer_id"], Text(lines[0], "status") ?? "booked",
        Text(lines[0], "currency"), [.. lines.Select(Line)]);

    private static PlainLine Line(Row row)
    {
        var quantity = Number(row["quantity"]);
        var discount = Optional(row, "discount") ?? ((Optional(row, "discount_percent") ?? 0) / 100);
        var net = Optional(row, "net_amount") ?? (Number(row["unit_price"]) * quantity * (1 - discount));
        return new PlainLine(Text(row, "sku"), quantity, net, Optional(row, "unit_cost"));
    }

    private static PlainDeal Deal(Row row, TimeZoneInfo zone) => new(
        Text(row, "outcome") ?? "open", Day(row, "created_at", zone), Day(row, "closed_at", zone));

    private static bool Present(Row row) => Text(row, "deleted") != "true";

    private static string? Text(Row row, string column) => row.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    private static DateOnly? Day(Row row, string column, TimeZoneInfo zone) => Text(row, column) is { } text ? BusinessDay(text, zone) : null;

    private static decimal? Optional(Row row, string column) => Text(row, column) is { } text ? Number(text) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
