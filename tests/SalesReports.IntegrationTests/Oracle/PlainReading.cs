using System.Globalization;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Reads canonical rows the way metrics.md says they mean.</summary>
internal static class PlainReading
{
    public static PlainWorld Read(CanonicalRows rows, PlainSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var deals = PlainDealReading.Deals(rows, zone).ToLookup(deal => deal.RemovedAt is null);
        return new PlainWorld(
            settings,
            [.. rows.Of("orders").Where(IsPresent).GroupBy(row => row["order_id"], StringComparer.Ordinal).Select(lines => Order([.. lines], zone))],
            [.. deals[true]],
            [.. rows.Of("spend").Select(row => new PlainSpend(BusinessDay(row["date"], zone), Number(row["amount"]), Text(row, "currency")) { Channel = Text(row, "channel") ?? "" })],
            rows.Of("products").ToDictionary(row => row["sku"], Product, StringComparer.Ordinal),
            new PlainRates([.. rows.Of("fx").Select(row => new PlainRate(BusinessDay(row["date"], zone), row["currency"], Number(row["rate"])))]),
            [.. rows.Of("targets").Select(row => new PlainTarget(row["period"], row["metric"], Number(row["value"])) { Scope = row["scope"] })])
        {
            RemovedDeals = [.. deals[false]],
            Leads = [.. rows.Of("leads").Where(IsPresent).Select(row => Lead(row, zone))],
            Quotes = [.. rows.Of("quotes").Where(IsPresent).Select(row =>
                new PlainQuote(row["quote_id"], Clock(row["requested_at"], zone), Time(row, "first_answered_at", zone), Time(row, "accepted_at", zone), Text(row, "rep_id")))],
            Customers = rows.Of("customers").ToDictionary(row => row["customer_id"], row => new PlainCustomer(row["name"], Text(row, "segment"), Text(row, "territory"), Text(row, "owner_id")), StringComparer.Ordinal),
            Reps = rows.Of("reps").ToDictionary(row => row["rep_id"], row => new PlainRep(row["name"], Text(row, "team")), StringComparer.Ordinal),
            Stages = [.. rows.Of("stages").Select(row =>
                new PlainStage(Text(row, "pipeline"), row["stage"], (int)Number(row["position"]), Optional(row, "probability"), Text(row, "requires_qualification") == "true"))],
        };
    }

    /// <summary>A date stays as it is, a time without zone is business time, an instant falls on the zone's day.</summary>
    public static DateOnly BusinessDay(string text, TimeZoneInfo zone) => DateOnly.FromDateTime(Clock(text, zone));

    /// <summary>The wall clock of the business zone; midnight for a date.</summary>
    public static DateTime Clock(string text, TimeZoneInfo zone)
    {
        var hasZone = text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOf('+') > 10 || text.LastIndexOf('-') > 10);
        return hasZone
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), zone).DateTime
            : DateTime.Parse(text, CultureInfo.InvariantCulture);
    }

    private static PlainOrder Order(IReadOnlyList<Row> lines, TimeZoneInfo zone) => new(
        lines[0]["order_id"], BusinessDay(lines[0]["ordered_at"], zone), lines[0]["customer_id"], Text(lines[0], "status") ?? "booked",
        Text(lines[0], "currency"), [.. lines.Select(Line)])
    {
        Rep = Text(lines[0], "rep_id"),
        Channel = Text(lines[0], "channel"),
        LeadSource = Text(lines[0], "lead_source"),
    };

    private static PlainLine Line(Row row)
    {
        var quantity = Number(row["quantity"]);
        var discount = Optional(row, "discount") ?? ((Optional(row, "discount_percent") ?? 0) / 100);
        var net = Optional(row, "net_amount") ?? (Number(row["unit_price"]) * quantity * (1 - discount));
        return new PlainLine(Text(row, "sku"), quantity, net, Optional(row, "unit_cost")) { Category = Text(row, "category"), ListPrice = Optional(row, "list_unit_price") };
    }

    private static PlainProduct Product(Row row) => new(Optional(row, "unit_cost"), Text(row, "currency"))
    {
        Name = Text(row, "name"),
        Category = Text(row, "category"),
        ListPrice = Optional(row, "list_price"),
    };

    private static PlainLead Lead(Row row, TimeZoneInfo zone) => new(row["lead_id"], Clock(row["created_at"], zone), row["source"], Text(row, "status") ?? "new")
    {
        Reason = Text(row, "disqualified_reason"),
        FirstContactAt = Time(row, "first_contact_at", zone),
        ConvertedAt = Time(row, "converted_at", zone),
        Customer = Text(row, "customer_id"),
        Owner = Text(row, "owner_id"),
    };

    public static bool IsPresent(Row row) => Text(row, "deleted") != "true";

    public static string? Text(Row row, string column) => row.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    public static DateTime? Time(Row row, string column, TimeZoneInfo zone) => Text(row, column) is { } text ? Clock(text, zone) : null;

    public static DateOnly? Day(Row row, string column, TimeZoneInfo zone) => Text(row, column) is { } text ? BusinessDay(text, zone) : null;

    public static decimal? Optional(Row row, string column) => Text(row, column) is { } text ? Number(text) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
