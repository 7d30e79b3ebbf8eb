using System.Globalization;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Reports;
using SalesReports.Tests.Kpis.Sections;
using SalesReports.Tests.Kpis.Sections.Deals;

namespace SalesReports.Tests.Documents;

/// <summary>Whole reports of a made company with every kind of fact, as the assembly makes them; names are hostile where people choose them.</summary>
internal static class FullReports
{
    public const string Formula = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private static readonly DateOnly First = new(2024, 9, 1);

    private static readonly MadeCompany Usual = new();

    /// <summary>What people may have typed as a name.</summary>
    public static IReadOnlyList<string> Names => Usual.Names;

    public static Report Month { get; } = Of("2026-10", Usual);

    public static Report Week { get; } = Of("2026-W44", Usual);

    /// <summary>Nothing was ever recorded: every section says why.</summary>
    public static Report Nothing { get; } = Assembled(new SectionWorld(), "2026-10");

    public static IReadOnlyList<Report> All { get; } = [Month, Week, Nothing];

    public static Report Of(string period, MadeCompany company) => Assembled(
        new SectionWorld([.. Master(company), .. Orders(company), .. Deals(company), .. Leads(), .. Quotes(), .. Spend()], new MetricSettings { Bonus = new BonusSettings { Enabled = true } }), period);

    public static Report Assembled(SectionWorld world, string period) => ReportAssembly.Assemble(new ReportInputs(
        world.At(period), [new SourceState(ReportSamples.HostileName, DateTimeOffset.UnixEpoch, "late")], new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero), null, []));

    private static IEnumerable<Fact> Master(MadeCompany company) =>
    [
        .. Enumerable.Range(1, 40).Select(i => Given.Customer($"C{i}", $"{company.NameOf(i)} {i}", $"R{1 + (i % company.Reps)}", i % 3 == 0 ? "Grands comptes" : "PME") with { Territory = i % 2 == 0 ? "Nord" : "Sud" }),
        .. Enumerable.Range(1, company.Reps).Select(i => Given.Rep($"R{i}", i % 4 < 2 ? "Nord" : company.OtherTeam) is var rep && company.NamesReps ? rep with { Name = $"{company.NameOf(i)} {i}" } : rep),
        .. new[] { "2026-10", "2026-11" }.SelectMany(month => new[] { ("company", 40_000m), ("team:Nord", 21_000m), ("rep:R1", 9_000m) }.Select(target => Given.Target(month, target.Item1, target.Item2))),
        Made.Stage("Talk", 1, 0.2m), Made.Stage("Offer", 2, 0.5m, requiresQualification: true), Made.Stage("Close", 3, 0.8m),
    ];

    /// <summary>Two orders a day, more where there are many to sell, and some returns; a customer in ten stays away in the last months.</summary>
    private static IEnumerable<Fact> Orders(MadeCompany company) =>
        from day in Enumerable.Range(0, 790)
        from number in Enumerable.Range(0, Math.Max(2, company.Reps / 40))
        let customer = 1 + ((day + (number * 17) + (day / 7)) % 40)
        where customer % 10 != 0 || day < 640
        let net = 180m + (((day * 31) + (number * 77)) % 900) + (day / 10m)
        select Given.Order(
            Text(First.AddDays(day)), $"C{customer}", net, company.Product ?? $"SKU{(customer + day) % 7}", 1 + (day % 9), net / (1 + (day % 9)) * 0.62m, net / (1 + (day % 9)) * (day > 760 ? 1.3m : 1.1m), $"R{1 + ((customer + (number * 40)) % company.Reps)}",
            ((customer + day) % 7) switch { 0 => company.Product ?? "Papier", 1 => "Encre", 2 => Formula, _ => "Mobilier" }, (SalesChannel)((day + number) % 5), day % 41 == 0 || day >= company.ReturnsFrom ? OrderStatus.Return : OrderStatus.Booked) with
        { Id = $"{day}/{number}" };

    private static IEnumerable<Fact> Deals(MadeCompany company) => Enumerable.Range(0, 120).Select(i =>
    {
        var created = First.AddDays(400 + (i * 3));
        var deal = Made.Deal($"D{i}", Text(created), 1_000 + (i * 137)).Through($"Talk {Text(created)}", $"Offer {Text(created.AddDays(9 + (i % 5)))}") with
        {
            Name = company.NameOf(i),
            CustomerId = $"C{1 + (i % 40)}",
            RepId = $"R{1 + (i % company.Reps)}",
            LeadSource = i % 2 == 0 ? "Salon" : "Web",
            ExpectedClose = created.AddDays(60 + (i % 90)),
            BudgetConfirmed = i % 2 == 0,
        };
        return (i % 3) switch { 0 => deal.Won(Text(created.AddDays(30))), 1 => deal.Lost(Text(created.AddDays(25))), _ => deal };
    });

    private static IEnumerable<Fact> Leads() => Enumerable.Range(0, 260).Select(i =>
        Made.Lead($"L{i}", Text(First.AddDays(420 + i)), (i % 3) switch { 0 => "Web", 1 => "Salon", _ => Formula }, (LeadStatus)(i % Enum.GetValues<LeadStatus>().Length)) with
        {
            OwnerId = $"R{1 + (i % 4)}",
            DisqualifiedReason = i % 4 == 0 ? "=1+1" : null,
        });

    private static IEnumerable<Fact> Quotes() => Enumerable.Range(0, 40).Select(i => new Quote
    {
        Source = "csv",
        Id = $"Q{i}",
        RequestedAt = Made.On($"2026-10-{1 + (i % 28):00} 09:30"),
        FirstAnsweredAt = i % 5 == 0 ? null : Made.On($"2026-10-{1 + (i % 28):00} 15:10"),
        RepId = "R1",
    });

    private static IEnumerable<Fact> Spend() => Enumerable.Range(0, 300).Select(i => Given.Spend(Text(First.AddDays(480 + i)), 20 + (i % 7)) with { Channel = i % 2 == 0 ? "Web" : "Salon" });

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
