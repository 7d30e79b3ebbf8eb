using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// What a source says over time of a few facts of every kind: they move to other days and back, change hands and currency, are
/// cancelled, deleted, brought back, and set to what they were. Version <c>n</c> comes in import <c>n</c>; how a later version is
/// known to be later differs by fact.
/// </summary>
internal sealed class FactHistories
{
    private static readonly DateOnly[] s_days = [new(2024, 2, 29), new(2025, 12, 31), new(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 4), new(2026, 4, 20)];
    private static readonly string[] s_customers = ["C1", "C2", "É3", "a/b"];
    private static readonly Currency?[] s_currencies = [null, Currency.Parse("EUR"), Currency.Parse("USD"), Currency.Parse("GBP")];

    private readonly Random _random;

    public FactHistories(int seed)
    {
        _random = new Random(seed);
        Facts =
        [
            .. Make(12, Order, Changed), .. Make(7, Deal, Changed), .. Make(4, Lead, Changed), .. Make(3, Quote, Changed), .. Make(5, Spend, Changed),
            .. Make(2, i => new Customer { Source = "crm", Id = s_customers[i], Name = "N0" }, c => c with { Name = Text() }),
            .. Make(1, i => new Rep { Source = "crm", Id = $"R{i}", Name = "N0" }, r => r with { Team = Text() }),
            .. Make(2, i => new Product { Source = "crm", Id = $"P{i}" }, p => p with { UnitCost = Amount() }),
            .. Make(1, _ => new IdentityDecision { Source = "crm", Id = IdentityDecision.IdOf("C1", "C2"), CustomerId = "C1", OtherId = "C2", IsSame = true }, d => d with { IsSame = !d.IsSame }),
            .. Make(1, i => new Stage { Source = "crm", Id = $"sales/S{i}", Pipeline = "sales", Name = $"S{i}", Position = 0 }, s => s with { Position = _random.Next(5) }),
            .. Make(1, _ => new Target { Source = "crm", Id = "2026-03/company/revenue", Period = "2026-03", Scope = "company", Metric = "revenue", Value = 1 }, t => t with { Value = Amount() }),
            .. Make(1, _ => new DailyRate { Source = "crm", Id = "USD/2026-03-02", Day = s_days[2], Currency = Currency.Parse("USD"), PerEuro = 1 }, r => r with { PerEuro = Amount() }),
        ];
    }

    public IReadOnlyList<FactHistory> Facts { get; }

    public int Imports => Facts.Max(fact => fact.Versions.Count);

    private IEnumerable<FactHistory> Make<T>(int count, Func<int, T> first, Func<T, T> change)
        where T : Fact
    {
        for (var i = 0; i < count; i++)
        {
            var knownBy = (VersionRule)_random.Next(3);
            List<T> versions = [Clocked(first(i), 1, knownBy)];
            for (var wanted = _random.Next(2, 8); versions.Count < wanted;)
            {
                var last = versions[^1];
                var next = _random.Next(8) switch
                {
                    0 or 1 => last with { Deleted = !last.Deleted },
                    2 => last,
                    3 or 4 when versions.Count > 1 => versions[^2],
                    5 when last.Deleted => change(last),
                    _ => change(last with { Deleted = false }),
                };
                versions.Add(Clocked(next, versions.Count + 1, knownBy));
            }

            yield return new FactHistory(knownBy, versions);
        }
    }

    /// <summary>Three times that follow each other, or one that stands still for two versions, or none.</summary>
    private static T Clocked<T>(T fact, int version, VersionRule knownBy)
        where T : Fact => fact with
        {
            ModifiedAt = knownBy switch
            {
                VersionRule.Time => At(version),
                VersionRule.TimeThenImport => At(version / 2),
                VersionRule.Import => null,
                _ => throw new ArgumentOutOfRangeException(nameof(knownBy)),
            },
        };

    private static DateTimeOffset At(int hour) => new(2026, 5, 1, hour, 0, 0, TimeSpan.Zero);

    private Order Order(int i) => new()
    {
        Source = "shop",
        Id = $"O{i}",
        OrderedAt = Moment.On(Day()),
        CustomerId = Customer(),
        Currency = Currency_(),
        Lines = [new OrderLine { Number = 1, Sku = "P1", Quantity = 1, Net = Amount(), UnitCost = 1 }],
    };

    private Order Changed(Order order) => _random.Next(5) switch
    {
        0 or 1 => order with { OrderedAt = Moment.On(Day()) },
        2 => order with { Currency = Currency_(), RepId = Text() },
        3 => order with { Status = (OrderStatus)_random.Next(4), Lines = [order.Lines[0] with { Net = Amount() }] },
        _ => order with { CustomerId = Customer(), LeadSource = Text() },
    };

    private Opportunity Deal(int i) => new()
    {
        Source = "crm",
        Id = $"D{i}",
        Stage = "S0",
        CreatedAt = Moment_(),
        ClosedAt = Moment_(),
        Outcome = (Outcome)_random.Next(3),
        Amount = Amount(),
    };

    private Opportunity Changed(Opportunity deal) => _random.Next(3) switch
    {
        0 => deal with { CreatedAt = Moment_(), StageHistory = [new StageEntry("S0", Moment.On(Day())), new StageEntry("S1", Moment.On(Day()))] },
        1 => deal with { ClosedAt = Moment_(), Outcome = (Outcome)_random.Next(3) },
        _ => deal with { Amount = Amount(), Currency = Currency_(), RepId = Text(), Stage = Text() },
    };

    private Lead Lead(int i) => new() { Source = "ads", Id = $"L{i}", CreatedAt = Moment.On(Day()), LeadSource = Text() };

    private Lead Changed(Lead lead) => _random.Next(2) == 0
        ? lead with { CreatedAt = Moment.On(Day()) }
        : lead with { Status = (LeadStatus)_random.Next(4), LeadSource = Text(), ConvertedAt = Moment_() };

    private Quote Quote(int i) => new() { Source = "crm", Id = $"Q{i}", RequestedAt = Moment.On(Day()), RepId = Text() };

    private Quote Changed(Quote quote) => _random.Next(2) == 0
        ? quote with { RequestedAt = Moment.On(Day()) }
        : quote with { FirstAnsweredAt = Moment_(), Amount = Amount() };

    /// <summary>A spend fact's id holds its day, which therefore never changes.</summary>
    private SpendDay Spend(int i)
    {
        var day = s_days[i % s_days.Length];
        return new SpendDay { Source = "ads", Id = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}/ads/{i}/"), Day = day, Channel = "ads", Amount = Amount() };
    }

    private SpendDay Changed(SpendDay spend) => spend with { Amount = Amount(), Currency = Currency_(), Clicks = _random.Next(9) };

    private DateOnly Day() => s_days[_random.Next(s_days.Length)];

    private Moment? Moment_() => _random.Next(4) == 0 ? null : Moment.On(Day());

    private string Customer() => s_customers[_random.Next(s_customers.Length)];

    private Currency? Currency_() => s_currencies[_random.Next(s_currencies.Length)];

    private decimal Amount() => _random.Next(1, 5_000) / 100m;

    private string Text() => FormattableString.Invariant($"T{_random.Next(3)}");
}

/// <param name="Versions">What the source said in import 1, 2, …; the last holds.</param>
internal sealed record FactHistory(VersionRule KnownBy, IReadOnlyList<Fact> Versions)
{
    public Fact Last => Versions[^1];
}

/// <summary>What makes a later version later.</summary>
internal enum VersionRule
{
    Time,
    TimeThenImport,
    Import,
}
