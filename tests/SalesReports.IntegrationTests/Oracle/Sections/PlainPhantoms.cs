using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>An open deal as of the period's end.</summary>
/// <param name="Amount">In the reporting currency at the rate of the creation day; null when not known.</param>
internal sealed record PlainOpenDeal(PlainDeal Deal, decimal? Amount, string Stage, DateOnly? ExpectedClose, IReadOnlyList<string> Reasons)
{
    public bool IsPhantom => Reasons.Count > 0;

    /// <summary>Budget confirmed, decision maker identified, decision date known.</summary>
    public bool IsQualified => Deal is { Budget: true, DecisionMaker: true, DecisionDate: not null };
}

/// <summary>Open deals that are likely none. Source: metrics.md, qualification.</summary>
internal static class PlainPhantoms
{
    private const int FewestExits = 5;

    public static JsonObject Of(PlainBook book, PlainPeriod period)
    {
        var open = Open(book, period.End);
        var (phantom, all) = (Amount(open.Where(deal => deal.IsPhantom)), Amount(open));
        return new()
        {
            ["phantoms"] = new JsonArray([.. open.Where(deal => deal.IsPhantom).Select(Row)]),
            ["openCount"] = open.Count,
            ["openAmount"] = all,
            ["phantomAmount"] = phantom,
            ["sharePhantom"] = phantom.Over(all),
            ["budgetConfirmed"] = Some(open.Where(deal => deal.Deal.Budget == true), all),
            ["decisionMakerIdentified"] = Some(open.Where(deal => deal.Deal.DecisionMaker == true), all),
            ["decisionDateKnown"] = Some(open.Where(deal => deal.Deal.DecisionDate is not null), all),
            ["qualified"] = Some(open.Where(deal => deal.IsQualified), all),
        };
    }

    public static decimal Amount(IEnumerable<PlainOpenDeal> deals) => deals.Sum(deal => deal.Amount ?? 0);

    public static IReadOnlyList<PlainOpenDeal> Open(PlainBook book, DateOnly end)
    {
        var exits = PlainFunnel.Exits(book, end.AddMonths(-12), end);
        return
        [
            .. from life in book.Lives
               let flow = life.Play(end, end)
               where flow.IsOpen
               let close = ExpectedClose(life.Deal, end)
               let stay = PlainStays.Of(life, book.World, end)
               let stage = stay.Stage ?? life.Deal.Stage
               select new PlainOpenDeal(life.Deal, flow.OpenAmount, stage, close, [.. Reasons(book.World, life.Deal, close, stage, stay.Since, exits, end)]),
        ];
    }

    private static IEnumerable<string> Reasons(PlainWorld world, PlainDeal deal, DateOnly? close, string stage, DateOnly? since, IReadOnlyList<PlainExit> exits, DateOnly end)
    {
        if (close < end)
        {
            yield return "expected_close_past";
        }

        var stays = exits.Where(exit => exit.Stage == stage && exit.Pipeline == deal.Pipeline).Select(exit => (decimal)exit.Days).ToList();
        if (since is { } entered && stays.Count >= FewestExits && end.DayNumber - entered.DayNumber > 2 * stays.Median())
        {
            yield return "age_in_stage";
        }

        var closes = deal.ExpectedCloseHistory.Where(entry => entry.Day < end).Select(entry => entry.Value).ToList();
        if (closes.Zip(closes.Skip(1)).Count(change => change.Second > change.First) >= 3)
        {
            yield return "pushed";
        }

        if (deal.LastActivity < end.AddDays(-30))
        {
            yield return "no_activity";
        }

        var isAsked = deal is not { Budget: null, DecisionMaker: null, DecisionDate: null };
        if (PlainStays.Stage(world, deal.Pipeline, stage) is { RequiresQualification: true } && isAsked && deal is not { Budget: true, DecisionMaker: true, DecisionDate: not null })
        {
            yield return "not_qualified";
        }
    }

    /// <summary>As it was promised then.</summary>
    private static DateOnly? ExpectedClose(PlainDeal deal, DateOnly end) =>
        deal.ExpectedCloseHistory.Count == 0 ? deal.ExpectedClose : deal.ExpectedCloseHistory.LastOrDefault(entry => entry.Day < end)?.Value;

    private static JsonObject Some(IEnumerable<PlainOpenDeal> deals, decimal all) => new()
    {
        ["count"] = deals.Count(),
        ["amount"] = Amount(deals),
        ["share"] = Amount(deals).Over(all),
    };

    private static JsonObject Row(PlainOpenDeal open) => new()
    {
        ["opportunityId"] = open.Deal.Id,
        ["reasons"] = new JsonArray([.. open.Reasons.Select(reason => (JsonNode)reason)]),
        ["ownerId"] = open.Deal.Rep,
        ["amount"] = open.Amount,
    };
}
