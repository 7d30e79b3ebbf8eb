using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Tests.Kpis.Sections.Deals;

/// <summary>Deals with any history, tidy or not: amounts before the creation, closes without a day, removals, foreign currencies.</summary>
internal static class AnyDeals
{
    private static readonly string[] Stages = ["Talk", "Offer", "Deal", "Elsewhere"];

    private static readonly string?[] Currencies = [null, "EUR", "USD", "GBP"];

    private static Gen<Moment> Moment { get; } = Gen.Select(Gen.Int[0, 150], Gen.Bool, Gen.Int[0, 1439]).Select((day, dayOnly, minute) => dayOnly
        ? SalesReports.Calendar.Moment.On(new DateOnly(2026, 8, 1).AddDays(day))
        : SalesReports.Calendar.Moment.At(Made.Paris.StartOf(new DateOnly(2026, 8, 1).AddDays(day)).AddMinutes(minute), Made.Paris));

    private static Gen<decimal> Amount { get; } = Gen.Int[0, 9_999_999].Select(cents => cents / 100m);

    private static Gen<DateOnly> Day { get; } = Gen.Int[-20, 250].Select(day => new DateOnly(2026, 8, 1).AddDays(day));

    private static Gen<Opportunity> Histories { get; } =
        from stages in Gen.Select(Gen.Int[0, 3], Moment).Select((stage, at) => new StageEntry(Stages[stage], at)).Array[0, 5]
        from amounts in Gen.Select(Moment, Amount.Nullable()).Select((at, value) => new AmountChange(at, value)).Array[0, 4]
        from outcomes in Gen.Select(Moment, Gen.Enum<Outcome>()).Select((at, value) => new OutcomeChange(at, value)).Array[0, 4]
        from closes in Gen.Select(Moment, Day.Nullable()).Select((at, value) => new ExpectedCloseChange(at, value)).Array[0, 5]
        select new Opportunity { Source = "csv", Id = "", Stage = "Talk", StageHistory = stages, AmountHistory = amounts, OutcomeHistory = outcomes, ExpectedCloseHistory = closes };

    public static Gen<Opportunity> One { get; } =
        from histories in Histories
        from created in Moment.Nullable()
        from closed in Moment.Nullable()
        from outcome in Gen.Enum<Outcome>()
        from amount in Amount.Nullable()
        from currency in Gen.Int[0, 3].Select(index => Currencies[index])
        from deleted in Gen.Int[0, 5]
        from modified in Moment
        from expected in Day.Nullable()
        from activity in Moment.Nullable()
        from budget in Gen.Bool.Nullable()
        from decided in Gen.Bool.Nullable()
        select histories with
        {
            CreatedAt = created,
            ClosedAt = closed,
            Outcome = outcome,
            Amount = amount,
            Currency = currency is null ? null : Currency.Parse(currency),
            Deleted = deleted == 0,
            ModifiedAt = modified.Instant,
            ExpectedClose = expected,
            LastActivityAt = activity,
            BudgetConfirmed = budget,
            DecisionMakerIdentified = decided,
        };

    /// <summary>A world of such deals with stages and rates of one of the two foreign currencies.</summary>
    public static Gen<SectionWorld> World { get; } = One.Array[0, 25].Select(deals => new SectionWorld(
        [
            .. deals.Select((deal, index) => deal with { Id = $"D{index}", RepId = $"R{index % 3}", CustomerId = $"C{index % 4}", LeadSource = index % 5 == 0 ? null : "Web" }),
            Made.Stage("Talk", 1, 0.2m), Made.Stage("Offer", 2, 0.5m, true), Made.Stage("Deal", 3), Made.Rep("R0", "North"), Made.Rep("R1", "South"),
            .. Enumerable.Range(0, 25).Select(week => Made.Rate("USD", new DateOnly(2026, 7, 28).AddDays(7 * week).ToString("O", System.Globalization.CultureInfo.InvariantCulture), 1.07m + (week / 300m))),
        ]));
}
