using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Tests.Facts;

/// <summary>Generators of facts with all that a source may say, texts from outside included.</summary>
internal static class AnyFact
{
    private static readonly BusinessZone Paris = new("Europe/Paris");

    public static Gen<DateOnly> Day { get; } = Gen.Int[0, 40].Select(i => new DateOnly(2026, 3, 1).AddDays(i));

    public static Gen<Moment> Moment { get; } = Gen.Select(Day, Gen.Bool, Gen.Int[0, 86_399]).Select((day, dayOnly, second) => dayOnly
        ? SalesReports.Calendar.Moment.On(day)
        : SalesReports.Calendar.Moment.At(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(second), Paris));

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.String[Gen.Char['\u0020', '\u017f'], 1, 30], OneOf("a/b\\c#d?e", "~=%", "é😀\u202e", "=HYPERLINK(\"x\")", "' or 1 eq 1", new string('z', 40_000)));

    public static Gen<decimal> Amount { get; } = Gen.Int[-500_000, 500_000].Select(i => i / 100m);

    // Before the generators that use it: static properties are made in the order they stand.
    private static Gen<OrderLine> Line { get; } =
        from sku in OneOf<string?>(null, "A", "B", "C")
        from quantity in Gen.Int[-5, 50]
        from net in Amount
        from cost in Amount.Nullable()
        select new OrderLine { Number = 1, Sku = sku, Quantity = quantity, Net = net, UnitCost = cost is { } c ? Math.Abs(c) : null };

    public static Gen<Order> Order { get; } =
        from id in Gen.Int[1, 1_000_000]
        from at in Moment
        from customer in Gen.Int[1, 9]
        from status in Gen.Enum<OrderStatus>()
        from currency in OneOf<string?>(null, "EUR", "USD", "GBP")
        from channel in Gen.Enum<SalesChannel>()
        from rep in Text
        from lines in Line.Array[1, 5]
        from modified in Gen.Int[0, 100]
        select new Order
        {
            Source = "csv",
            Id = $"O{id}",
            OrderedAt = at,
            CustomerId = $"C{customer}",
            Status = status,
            Currency = currency is null ? null : Currency.Parse(currency),
            Channel = channel,
            RepId = rep,
            ModifiedAt = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(modified),
            Lines = [.. lines.Select((line, index) => line with { Number = index + 1 })],
        };

    public static Gen<Opportunity> Opportunity { get; } =
        from id in Gen.Int[1, 1_000_000]
        from created in Moment.Nullable()
        from closed in Moment.Nullable()
        from outcome in Gen.Enum<Outcome>()
        from name in Text
        from budget in Gen.Bool.Nullable()
        from stages in Moment.Array[0, 4]
        from amount in Amount.Nullable()
        select new Opportunity
        {
            Source = "csv",
            Id = $"D{id}",
            Stage = "Proposal",
            Name = name,
            CreatedAt = created,
            ClosedAt = closed,
            Outcome = outcome,
            BudgetConfirmed = budget,
            Amount = amount,
            StageHistory = [.. stages.Select(at => new StageEntry(name, at))],
            AmountHistory = [.. stages.Select(at => new AmountChange(at, amount))],
        };

    public static Gen<SpendDay> Spend { get; } =
        from day in Day
        from channel in OneOf("google", "linkedin")
        from amount in Amount
        from campaign in Gen.Int[1, 1_000_000]
        select new SpendDay { Source = "csv", Id = $"{day:yyyyMMdd}/{channel}/{campaign}", Day = day, Channel = channel, Amount = Math.Abs(amount), Clicks = campaign };

    public static Gen<Fact> Any { get; } = Gen.OneOf(Order.Select(f => (Fact)f), Opportunity.Select(f => (Fact)f), Spend.Select(f => (Fact)f));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
