using System.Globalization;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>Reads opportunities with the four files of their history.</summary>
internal static class PlainDealReading
{
    public static IEnumerable<PlainDeal> Deals(CanonicalRows rows, TimeZoneInfo zone)
    {
        ILookup<string, Row> Of(string kind) => rows.Of(kind).ToLookup(row => row["opportunity_id"], StringComparer.Ordinal);
        var (stages, amounts, closes, outcomes) = (Of("stage_history"), Of("amount_history"), Of("expected_close_history"), Of("outcome_history"));
        return rows.Of("opportunities").Select(row => Deal(row, zone) with
        {
            StageHistory = History(stages[row["opportunity_id"]], "entered_at", zone, entry => entry["stage"]),
            AmountHistory = History(amounts[row["opportunity_id"]].Where(entry => entry["value"].Length > 0), "changed_at", zone, entry => decimal.Parse(entry["value"], CultureInfo.InvariantCulture)),
            ExpectedCloseHistory = History(closes[row["opportunity_id"]], "changed_at", zone, entry => PlainReading.Day(entry, "value", zone)),
            OutcomeHistory = History(outcomes[row["opportunity_id"]], "changed_at", zone, entry => entry["value"]),
        });
    }

    /// <summary>By time; entries of one moment in file order.</summary>
    private static IReadOnlyList<PlainEntry<T>> History<T>(IEnumerable<Row> rows, string column, TimeZoneInfo zone, Func<Row, T> value) =>
        [.. rows.Select(row => new PlainEntry<T>(PlainReading.Clock(row[column], zone), value(row))).OrderBy(entry => entry.At)];

    private static PlainDeal Deal(Row row, TimeZoneInfo zone) => new(
        PlainReading.Text(row, "outcome") ?? "open", PlainReading.Day(row, "created_at", zone), PlainReading.Day(row, "closed_at", zone))
    {
        Id = row["opportunity_id"],
        Customer = PlainReading.Text(row, "customer_id"),
        Rep = PlainReading.Text(row, "rep_id"),
        Pipeline = PlainReading.Text(row, "pipeline"),
        Stage = row["stage"],
        Amount = PlainReading.Optional(row, "amount"),
        Currency = PlainReading.Text(row, "currency"),
        ExpectedClose = PlainReading.Day(row, "expected_close", zone),
        LeadSource = PlainReading.Text(row, "lead_source"),
        Budget = Flag(row, "budget_confirmed"),
        DecisionMaker = Flag(row, "decision_maker_identified"),
        DecisionDate = PlainReading.Day(row, "decision_date", zone),
        LastActivity = PlainReading.Day(row, "last_activity_at", zone),
        ClosedAt = PlainReading.Time(row, "closed_at", zone),
        RemovedAt = PlainReading.IsPresent(row) ? null : PlainReading.Time(row, "updated_at", zone) ?? DateTime.MinValue,
    };

    private static bool? Flag(Row row, string column) => PlainReading.Text(row, column) is { } text ? text == "true" : null;
}
