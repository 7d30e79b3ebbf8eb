using System.Globalization;
using CsCheck;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Facts for section tests, in few words.</summary>
internal static class Given
{
    public static Order Order(
        string day, string customer, decimal net, string? sku = null, decimal quantity = 1, decimal? cost = null, decimal? list = null, string? rep = null,
        string? category = null, SalesChannel? channel = null, OrderStatus status = OrderStatus.Booked, string? currency = null) => new()
        {
            Source = "csv",
            Id = $"{day}/{customer}/{net}",
            OrderedAt = Moment.On(Day(day)),
            CustomerId = customer,
            RepId = rep,
            Channel = channel,
            Status = status,
            Currency = currency is null ? null : Currency.Parse(currency),
            Lines = [new OrderLine { Number = 1, Sku = sku, Category = category, Quantity = quantity, Net = net, UnitCost = cost, ListUnitPrice = list }],
        };

    public static Customer Customer(string id, string? name = null, string? owner = null, string? segment = null) =>
        new() { Source = "csv", Id = id, Name = name ?? $"Customer {id}", OwnerId = owner, Segment = segment };

    public static Rep Rep(string id, string? team = null) => new() { Source = "csv", Id = id, Name = $"Rep {id}", Team = team };

    public static Target Target(string period, string scope, decimal value) =>
        new() { Source = "csv", Id = $"{period}/{scope}/revenue", Period = period, Scope = scope, Metric = "revenue", Value = value };

    public static Opportunity Deal(string? created, string? closed, Outcome outcome, string rep) => new()
    {
        Source = "csv",
        Id = $"{created}/{closed}/{rep}",
        Stage = "Closed",
        CreatedAt = created is null ? null : Moment.On(Day(created)),
        ClosedAt = closed is null ? null : Moment.On(Day(closed)),
        Outcome = outcome,
        RepId = rep,
    };

    public static SpendDay Spend(string day, decimal amount) => new() { Source = "csv", Id = day, Day = Day(day), Channel = "ads", Amount = amount };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Equal but for the dust of endless digits. Rounding both would part two neighbours that lie on either side of a half.</summary>
    public static void IsNear(decimal expected, decimal actual) => Assert.InRange(actual - expected, -1e-8m, 1e-8m);

    public static T Computed<T>(SectionResult<T> result)
        where T : class
    {
        Assert.Null(result.Reason);
        return result.Section!;
    }

    public static string WhyNot<T>(SectionResult<T> result)
        where T : class
    {
        Assert.Null(result.Section);
        Assert.NotEqual(result.Reason!.Text.Fr, result.Reason.Text.En);
        return result.Reason.Code;
    }
}

/// <summary>Sales of two years up to the end of November 2026: returns, free units, negative lines, foreign money with endless digits, gaps in all that may be missing.</summary>
internal static class AnySales
{
    public const string Month = "2026-11";

    private static readonly DateOnly First = new(2024, 11, 1);
    private static readonly string[] Currencies = ["EUR", "USD", "GBP"];

    /// <summary>The same rate every day: what is foreign has endless digits.</summary>
    public static IReadOnlyList<DailyRate> Rates { get; } =
    [
        .. Enumerable.Range(0, 760).SelectMany(i => new[] { ("USD", 1.0743m), ("GBP", 0.8637m) }.Select(rate => new DailyRate
        {
            Source = "csv", Id = $"{rate.Item1}/{i}", Day = First.AddDays(i), Currency = Currency.Parse(rate.Item1), PerEuro = rate.Item2,
        })),
    ];

    private static Gen<OrderLine> Line { get; } =
        from sku in OneOf<string?>(null, "A", "B", "C", "D")
        from category in OneOf<string?>(null, "Paper", "Ink", "Desk")
        from quantity in Gen.Int[-1, 30]
        from cents in Gen.Int[-20_00, 900_00]
        from free in Gen.Int[0, 9]
        from cost in Gen.Int[0, 40_00].Nullable()
        from list in Gen.Int[1, 60_00].Nullable()
        select new OrderLine { Number = 1, Sku = sku, Category = category, Quantity = quantity, Net = free == 0 ? 0 : cents / 100m, UnitCost = cost / 100m, ListUnitPrice = list / 100m };

    public static Gen<Order> Order { get; } =
        from day in Gen.OneOf(Gen.Int[0, 759], Gen.Int[698, 759])
        from customer in Gen.Int[1, 12]
        from status in OneOf(OrderStatus.Booked, OrderStatus.Booked, OrderStatus.Booked, OrderStatus.Return, OrderStatus.Cancelled)
        from currency in Gen.Int[0, 2]
        from rep in OneOf<string?>(null, "R1", "R2", "R9")
        from channel in Gen.Enum<SalesChannel>().Nullable()
        from lines in Line.Array[1, 4]
        select new Order
        {
            Source = "csv",
            Id = "any",
            OrderedAt = Moment.On(First.AddDays(day)),
            CustomerId = $"C{customer}",
            Status = status,
            Currency = Currency.Parse(Currencies[currency]),
            RepId = rep,
            Channel = channel,
            Lines = lines,
        };

    public static Gen<Order[]> Orders { get; } = Order.Array[0, 60];

    public static SectionWorld World(IEnumerable<Order> orders) => World(orders, new MetricSettings());

    public static SectionWorld World(IEnumerable<Order> orders, MetricSettings settings) => new([.. orders, .. Rates, .. Master], settings);

    private static IReadOnlyList<Fact> Master { get; } =
    [
        Given.Rep("R1", "North"), Given.Rep("R2", "South"), Given.Customer("C1", owner: "R1"), Given.Customer("C2", owner: "R2", segment: "Large"),
        Given.Target("2026-11", "rep:R1", 500), Given.Target("2026-11", "team:North", 900),
    ];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
