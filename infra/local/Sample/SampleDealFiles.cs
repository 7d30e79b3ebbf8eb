namespace SalesReports.Local.Sample;

/// <summary>The opportunities and the four files of their history.</summary>
internal static class SampleDealFiles
{
    public static void Write(string folder, SampleRandom random, IReadOnlyList<SampleDeal> deals)
    {
        WriteDeals(folder, random, deals);
        using var stages = new SampleFile(folder, "stage_history.csv", "opportunity_id,stage,entered_at");
        using var amounts = new SampleFile(folder, "amount_history.csv", "opportunity_id,changed_at,value");
        using var promises = new SampleFile(folder, "expected_close_history.csv", "opportunity_id,changed_at,value");
        using var outcomes = new SampleFile(folder, "outcome_history.csv", "opportunity_id,changed_at,value");
        foreach (var deal in deals)
        {
            foreach (var (position, at) in deal.History.Stages)
            {
                stages.Row(deal.Id, SampleStages.NameOf(position), at);
            }

            foreach (var (at, amount) in deal.History.Amounts)
            {
                amounts.Row(deal.Id, at, amount);
            }

            foreach (var (at, day) in deal.History.ExpectedCloses)
            {
                promises.Row(deal.Id, at, day);
            }

            foreach (var (at, outcome) in deal.History.Outcomes)
            {
                outcomes.Row(deal.Id, at, outcome);
            }
        }
    }

    private static void WriteDeals(string folder, SampleRandom random, IReadOnlyList<SampleDeal> deals)
    {
        using var file = new SampleFile(
            folder, "opportunities.csv",
            "opportunity_id,stage,name,customer_id,rep_id,pipeline,product,amount,list_amount,currency,created_at,closed_at,outcome,expected_close,"
            + "lead_source,budget_confirmed,decision_maker_identified,decision_date,last_activity_at,lost_reason");
        foreach (var deal in deals)
        {
            var amount = deal.History.Amounts[^1].Amount;
            var expected = deal.History.ExpectedCloses[^1].Day;

            // The further a deal has come, the more is known about who decides, when and with which money.
            var knowledge = 0.2 * deal.History.Stages[^1].Position;
            file.Row(
                deal.Id, SampleStages.NameOf(deal.History.Stages[^1].Position), deal.Name, deal.Customer?.Id, deal.Rep.Id, SampleStages.Pipeline,
                deal.Product.Name, amount, Math.Round(amount * (decimal)random.Between(1.02, 1.14)), deal.Currency, deal.CreatedAt, deal.ClosedAt,
                deal.Outcome, expected, deal.LeadSource, random.Chance(knowledge), random.Chance(knowledge),
                random.Chance(knowledge) ? expected.AddDays(-random.Whole(0, 10)) : null, deal.History.LastActivityAt, deal.LostReason);
        }
    }
}
