namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <content>Customers that order at their own pace, some of whom stop.</content>
internal sealed partial class RandomCompany
{
    private void AddOrders()
    {
        var number = 0;
        for (var customer = 0; customer < _customers; customer++)
        {
            var (pace, day, stop) = (_random.Next(2, 90), _random.Next(_days), Chance(30) ? _random.Next(_days) : _days);
            var start = Chance(60) ? 0 : day;
            for (var at = start; at < stop && number < 260; at += 1 + (pace / 2) + _random.Next(pace))
            {
                AddOrder($"O{number++}", $"C{customer}", at);
            }
        }
    }

    private void AddOrder(string id, string customer, int day)
    {
        var status = Pick("booked", "booked", "booked", "booked", "booked", "booked", "", "return", "cancelled", "open");
        var (at, currency, channel) = (Text(_first.AddDays(day)) + Clock(), Currency(), Pick(s_channels));
        var (rep, source, deleted) = (Chance(55) ? Pick("R0", "R1", "R2", "R3", "R4", "R9") : "", Chance(25) ? Pick(s_sources) : "", Chance(3) ? "true" : "");
        var lines = _random.Next(1, 4);
        for (var line = 1; line <= lines; line++)
        {
            var quantity = (status == "return" && Chance(50)) || Chance(2) ? -_random.Next(1, 6) : _random.Next(1, 12);
            var amount = Chance(6) ? "0" : quantity < 0 ? "-" + Cents(1, 40_000) : Cents(1, 40_000);
            Add("orders",
                ("order_id", id), ("ordered_at", at), ("customer_id", customer), ("status", status), ("rep_id", rep), ("channel", channel), ("lead_source", source),
                ("currency", currency), ("deleted", deleted), ("line_no", Text(line)), ("sku", Chance(88) ? $"P{_random.Next(9)}" : ""), ("category", Chance(25) ? Pick(s_categories) : ""),
                ("quantity", Text(quantity)), ("net_amount", amount), ("list_unit_price", Chance(30) ? Cents(100, 9_000) : ""), ("unit_cost", Chance(30) ? Cents(0, 5_000) : ""));
        }
    }
}
