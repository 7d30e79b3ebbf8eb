using System.Globalization;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>What happens to a company's files between two imports: orders and deals move, change hands, are cancelled, taken back or brought back; costs, rates, spend and targets are corrected.</summary>
internal static class WorldEdits
{
    private static readonly Dictionary<string, string> s_ids = new(StringComparer.Ordinal)
    {
        ["orders"] = "order_id",
        ["opportunities"] = "opportunity_id",
        ["products"] = "sku",
        ["fx"] = "",
        ["spend"] = "",
        ["targets"] = "",
    };

    private static readonly string[] s_dates = ["ordered_at", "created_at", "closed_at"];
    private static readonly string[] s_amounts = ["net_amount", "unit_price", "unit_cost", "amount", "value"];

    public static CanonicalRows Apply(CanonicalRows facts, int seed)
    {
        var (random, edited) = (new Random(seed), new CanonicalRows());
        foreach (var kind in facts.Kinds)
        {
            var id = s_ids[kind];
            foreach (var rows in facts.Of(kind).Select((row, index) => (Key: id.Length > 0 ? row[id] : index.ToString(CultureInfo.InvariantCulture), Row: row)).GroupBy(row => row.Key, row => row.Row, StringComparer.Ordinal))
            {
                var edit = random.Next(100) < 15 ? Pick(random) : null;
                foreach (var row in rows)
                {
                    edited.Add(kind, edit is null ? row : edit(row));
                }
            }
        }

        return edited;
    }

    private static Func<Row, Row> Pick(Random random)
    {
        var days = random.Next(-40, 40);
        var factor = random.Next(50, 200) / 100m;
        var (status, outcome, customer) = (random.Next(3), random.Next(3), random.Next(16));
        return random.Next(5) switch
        {
            0 => row => Changed(row, s_dates, text => Moved(text, days)),
            1 => row => Changed(row, s_amounts, text => (decimal.Parse(text, CultureInfo.InvariantCulture) * factor).ToString(CultureInfo.InvariantCulture)),
            2 => row => Changed(Changed(row, ["status"], _ => new[] { "booked", "cancelled", "return" }[status]), ["outcome"], _ => new[] { "won", "lost", "open" }[outcome]),
            3 => row => row.ContainsKey("deleted") ? With(row, "deleted", row["deleted"].Length == 0 ? "true" : "") : row,
            _ => row => Changed(row, ["customer_id"], _ => FormattableString.Invariant($"C{customer}")),
        };
    }

    private static string Moved(string text, int days) =>
        DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + text[10..];

    private static Row Changed(Row row, string[] columns, Func<string, string> change) =>
        columns.Where(column => row.GetValueOrDefault(column, "").Length > 0).Aggregate(row, (changed, column) => With(changed, column, change(changed[column])));

    private static Dictionary<string, string> With(Row row, string column, string value) => new(row, StringComparer.Ordinal) { [column] = value };
}
