namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <content>Deals that go forward, back and in circles, are lost and taken up again, change their amount and their promise.</content>
internal sealed partial class RandomCompany
{
    private void AddDeals()
    {
        var deals = _random.Next(0, 60);
        var hasStages = Chance(85);
        for (var i = 0; i < deals; i++)
        {
            AddDeal($"D{i}", hasStages && Chance(85));
        }
    }

    private void AddDeal(string id, bool hasStages)
    {
        var pipeline = Chance(80) ? "main" : "partner";
        var (created, length) = (_random.Next(_days), _random.Next(3, 150));
        var outcome = Pick("won", "won", "lost", "open", "open", "");
        var removed = outcome is "open" or "" && Chance(15);
        var isDated = Chance(93);
        var stage = hasStages ? AddStages(id, pipeline, created, length) : Pick(Stages(pipeline));
        var amount = AddAmounts(id, created, length);
        var close = AddExpectedCloses(id, created, length);
        if (Chance(20) && isDated)
        {
            AddOutcomes(id, created, length, outcome);
        }

        Add("opportunities",
            ("opportunity_id", id), ("pipeline", pipeline), ("stage", stage), ("outcome", outcome), ("rep_id", Pick("", "R0", "R1", "R2", "R3", "R4", "R9")),
            ("customer_id", Chance(80) ? Customer() : ""), ("amount", amount), ("currency", Currency()), ("lead_source", Chance(70) ? Pick(s_sources) : ""),
            ("created_at", isDated ? Text(_first.AddDays(created)) : ""), ("closed_at", outcome is "won" or "lost" && Chance(96) ? Text(_first.AddDays(created + length)) : ""),
            ("expected_close", close), ("budget_confirmed", Pick("", "", "true", "true", "false")), ("decision_maker_identified", Pick("", "", "true", "true", "false")),
            ("decision_date", Chance(50) ? Text(_first.AddDays(created + length)) : ""), ("last_activity_at", Chance(70) ? Text(_first.AddDays(created + _random.Next(length))) : ""),
            ("updated_at", Text(_first.AddDays(created + length))), ("deleted", removed ? "true" : ""));
    }

    private static string[] Stages(string pipeline) => pipeline == "main" ? ["Qualify", "Propose", "Negotiate", "Sign"] : ["Sign", "Negotiate", "Propose"];

    /// <summary>Each entry on a later day, the last before the deal ends.</summary>
    private string AddStages(string id, string pipeline, int created, int length)
    {
        var (names, at, last) = (Stages(pipeline), 0, "");
        for (var day = created; day < created + length; day += 1 + _random.Next(30))
        {
            at = Math.Clamp(at + Pick("up", "up", "up", "down", "stay") switch { "up" => 1, "down" => -1, _ => 0 }, 0, names.Length - 1);
            last = names[at];
            Add("stage_history", ("opportunity_id", id), ("stage", last), ("entered_at", Text(_first.AddDays(day)) + Pick("", "T10:00:00Z")));
        }

        return last;
    }

    /// <summary>The last amount; the first may be known late, or there is none.</summary>
    private string AddAmounts(string id, int created, int length)
    {
        var amount = Chance(92) ? Cents(1_000, 900_000) : "";
        if (amount.Length == 0 || Chance(50))
        {
            return amount;
        }

        for (var day = created + (Chance(70) ? 0 : _random.Next(length)); day < created + length; day += 1 + _random.Next(60))
        {
            amount = Cents(1_000, 900_000);
            Add("amount_history", ("opportunity_id", id), ("changed_at", Text(_first.AddDays(day))), ("value", amount));
        }

        return amount;
    }

    private string AddExpectedCloses(string id, int created, int length)
    {
        if (Chance(20))
        {
            return "";
        }

        var close = Text(_first.AddDays(created + length + _random.Next(-40, 90)));
        for (var day = created; day < created + length && Chance(80); day += 1 + _random.Next(40))
        {
            close = Text(_first.AddDays(day + _random.Next(1, 120)));
            Add("expected_close_history", ("opportunity_id", id), ("changed_at", Text(_first.AddDays(day))), ("value", close));
        }

        return close;
    }

    /// <summary>Lost early, taken up again, and then as it ends.</summary>
    private void AddOutcomes(string id, int created, int length, string outcome)
    {
        var lost = created + 1 + _random.Next(length);
        var again = lost + 1 + _random.Next(40);
        if (again < created + length)
        {
            Add("outcome_history", ("opportunity_id", id), ("changed_at", Text(_first.AddDays(lost))), ("value", "lost"));
            Add("outcome_history", ("opportunity_id", id), ("changed_at", Text(_first.AddDays(again))), ("value", "open"));
            if (outcome is "won" or "lost" && Chance(50))
            {
                Add("outcome_history", ("opportunity_id", id), ("changed_at", Text(_first.AddDays(created + length))), ("value", outcome));
            }
        }
    }
}
