using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>Makes one opportunity of its row and the rows of its histories. A history row that cannot be read is left out alone.</summary>
internal sealed class OpportunityAssembly(string source, IPullLog log)
{
    public Opportunity? Assemble(RowGroup group)
    {
        var taken = Of(group, ImportKind.Opportunities).Select(row => Taken(row, Read(row))).OfType<Opportunity>().ToList();
        if (taken.Count == 0)
        {
            foreach (var row in group.Rows.Where(row => !ReferenceEquals(row.Table.Kind, ImportKind.Opportunities)))
            {
                log.Reject(Rejections.Row(row, $"There is no opportunity '{group.Key}' among the rows of opportunities that could be read."));
            }

            return null;
        }

        return Duplicates.Resolve(taken) with
        {
            StageHistory = History(group, ImportKind.StageHistory, row => new StageEntry(row.Need(row.Id("stage"), "stage"), At(row, "entered_at")), entry => entry.EnteredAt),
            ExpectedCloseHistory = History(group, ImportKind.ExpectedCloseHistory, row => new ExpectedCloseChange(At(row, "changed_at"), row.Day("value")), change => change.ChangedAt),
            AmountHistory = History(group, ImportKind.AmountHistory, row => new AmountChange(At(row, "changed_at"), row.Number("value")), change => change.ChangedAt),
            OutcomeHistory = History(group, ImportKind.OutcomeHistory,
                row => new OutcomeChange(At(row, "changed_at"), row.Need(row.Choice<Outcome>("value"), "value")), change => change.ChangedAt),
        };
    }

    /// <summary>Without an outcome it is open, also when it has a day of closing: the file decides, we do not guess who won.</summary>
    private Opportunity Read(Cells row) => new()
    {
        Source = source,
        Id = row.Need(row.Id("opportunity_id"), "opportunity_id"),
        Stage = row.Need(row.Id("stage"), "stage"),
        Name = row.Text("name"),
        CustomerId = row.Id("customer_id"),
        RepId = row.Id("rep_id"),
        Pipeline = row.Id("pipeline"),
        Product = row.Text("product"),
        Amount = row.Number("amount"),
        ListAmount = row.Number("list_amount"),
        Currency = row.Money("currency"),
        CreatedAt = row.When("created_at"),
        ClosedAt = row.When("closed_at"),
        Outcome = row.Choice<Outcome>("outcome") ?? Outcome.Open,
        ExpectedClose = row.Day("expected_close"),
        LeadSource = row.Id("lead_source"),
        BudgetConfirmed = row.Flag("budget_confirmed"),
        DecisionMakerIdentified = row.Flag("decision_maker_identified"),
        DecisionDate = row.Day("decision_date"),
        LastActivityAt = row.When("last_activity_at"),
        LostReason = row.Text("lost_reason"),
        ModifiedAt = row.Instant("updated_at"),
        Deleted = row.Flag("deleted") ?? false,
    };

    private static IEnumerable<Cells> Of(RowGroup group, ImportKind kind) => group.Rows.Where(row => ReferenceEquals(row.Table.Kind, kind));

    private static Moment At(Cells row, string column) => row.Need(row.When(column), column);

    /// <summary>In the order of time, rows of one moment in the order of the file; the same row twice counts once.</summary>
    private List<T> History<T>(RowGroup group, ImportKind kind, Func<Cells, T> read, Func<T, Moment> at)
        where T : class => [.. Of(group, kind).Select(row => Taken(row, read(row))).OfType<T>().Distinct().OrderBy(at)];

    private T? Taken<T>(Cells row, T read)
        where T : class
    {
        if (row.Refusal is null)
        {
            return read;
        }

        log.Reject(Rejections.Row(row, row.Refusal));
        return null;
    }
}
