using System.Globalization;
using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>Rows of leads, quotes and spend as facts; null when the row is refused.</summary>
internal static class ActivityRows
{
    public static Lead? Lead(Cells row, string source)
    {
        var lead = new Lead
        {
            Source = source,
            Id = row.Need(row.Id("lead_id"), "lead_id"),
            CreatedAt = row.Need(row.When("created_at"), "created_at"),
            LeadSource = row.Need(row.Id("source"), "source"),
            Campaign = row.Id("campaign"),
            Status = row.Choice<LeadStatus>("status") ?? LeadStatus.New,
            DisqualifiedReason = row.Text("disqualified_reason"),
            FirstContactAt = row.When("first_contact_at"),
            ConvertedAt = row.When("converted_at"),
            OpportunityId = row.Id("opportunity_id"),
            CustomerId = row.Id("customer_id"),
            OwnerId = row.Id("owner_id"),
        };
        return row.Refusal is null ? lead : null;
    }

    public static Quote? Quote(Cells row, string source)
    {
        var quote = new Quote
        {
            Source = source,
            Id = row.Need(row.Id("quote_id"), "quote_id"),
            RequestedAt = row.Need(row.When("requested_at"), "requested_at"),
            FirstAnsweredAt = row.When("first_answered_at"),
            AcceptedAt = row.When("accepted_at"),
            RepId = row.Id("rep_id"),
            CustomerId = row.Id("customer_id"),
            Amount = row.Number("amount"),
            Currency = row.Money("currency"),
        };
        return row.Refusal is null ? quote : null;
    }

    /// <summary>The id is <c>date/channel/campaign/currency</c>, empty where there is none; a slash within is written %2F.</summary>
    public static SpendDay? Spend(Cells row, string source)
    {
        var day = row.Need(row.Day("date"), "date");
        var channel = row.Need(row.Id("channel"), "channel");
        var campaign = row.Id("campaign");
        var currency = row.Money("currency");
        var spend = new SpendDay
        {
            Source = source,
            Id = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}/{Escape(channel)}/{Escape(campaign)}/{currency}"),
            Day = day,
            Channel = channel,
            Amount = row.Need(row.Number("amount"), "amount"),
            Campaign = campaign,
            Currency = currency,
            Impressions = row.Count("impressions", 0, 1_000_000_000_000),
            Clicks = row.Count("clicks", 0, 1_000_000_000_000),
            Leads = row.Count("leads", 0, 1_000_000_000_000),
        };
        return row.Refusal is null ? spend : null;
    }

    /// <summary>Rows of one day, channel, campaign and currency are parts of one amount.</summary>
    public static SpendDay Sum(IEnumerable<SpendDay> parts) => parts.Aggregate((sum, part) => sum with
    {
        Amount = sum.Amount + part.Amount,
        Impressions = Sum(sum.Impressions, part.Impressions),
        Clicks = Sum(sum.Clicks, part.Clicks),
        Leads = Sum(sum.Leads, part.Leads),
    });

    private static long? Sum(long? left, long? right) => left is null ? right : left + (right ?? 0);

    private static string Escape(string? text) =>
        (text ?? "").Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
