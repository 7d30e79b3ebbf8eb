using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Tests.Kpis.Sections.Deals;

/// <summary>Short words for deals, leads, quotes and stages in tests.</summary>
internal static class Made
{
    public static BusinessZone Paris { get; } = new("Europe/Paris");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="text"><c>2026-11-30</c> is a day alone, <c>2026-11-30 09:15</c> a time in Paris.</param>
    public static Moment On(string text) => text.Length == 10
        ? Moment.On(Day(text))
        : Moment.At(Paris.InstantOf(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Paris);

    public static Opportunity Deal(string id, string created, decimal? amount = 100) => new()
    {
        Source = "csv",
        Id = id,
        Stage = "Talk",
        Amount = amount,
        CreatedAt = On(created),
    };

    public static Opportunity Won(this Opportunity deal, string day) => deal with { Outcome = Outcome.Won, ClosedAt = On(day) };

    public static Opportunity Lost(this Opportunity deal, string day) => deal with { Outcome = Outcome.Lost, ClosedAt = On(day) };

    public static Opportunity Removed(this Opportunity deal, string day) => deal with { Deleted = true, ModifiedAt = Paris.StartOf(Day(day)).AddHours(12) };

    /// <param name="entries">Such as <c>Talk 2026-10-01</c>.</param>
    public static Opportunity Through(this Opportunity deal, params string[] entries) => deal with
    {
        StageHistory = [.. entries.Select(entry => new StageEntry(entry.Split(' ')[0], On(entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..])))],
        Stage = entries[^1].Split(' ')[0],
    };

    public static Stage Stage(string name, int position, decimal? probability = null, bool? requiresQualification = null, string pipeline = "main") => new()
    {
        Source = "csv",
        Id = $"{pipeline}/{name}",
        Pipeline = pipeline,
        Name = name,
        Position = position,
        Probability = probability,
        RequiresQualification = requiresQualification,
    };

    public static Lead Lead(string id, string created, string source = "Web", LeadStatus status = LeadStatus.New) => new()
    {
        Source = "csv",
        Id = id,
        CreatedAt = On(created),
        LeadSource = source,
        Status = status,
    };

    public static Quote Quote(string id, string requested, string? answered = null, string? accepted = null) => new()
    {
        Source = "csv",
        Id = id,
        RequestedAt = On(requested),
        FirstAnsweredAt = answered is null ? null : On(answered),
        AcceptedAt = accepted is null ? null : On(accepted),
    };

    public static Order Order(string id, string day, string customer, decimal net, string? leadSource = null) => new()
    {
        Source = "csv",
        Id = id,
        OrderedAt = On(day),
        CustomerId = customer,
        LeadSource = leadSource,
        Lines = [new OrderLine { Number = 1, Quantity = 1, Net = net }],
    };

    public static SpendDay Spend(string day, string channel, decimal amount) => new() { Source = "csv", Id = $"{day}/{channel}", Day = Day(day), Channel = channel, Amount = amount };

    public static Target Target(string period, string scope, decimal value) => new() { Source = "csv", Id = $"{period}/{scope}", Period = period, Scope = scope, Metric = "revenue", Value = value };

    public static Rep Rep(string id, string team) => new() { Source = "csv", Id = id, Name = $"Rep {id}", Team = team };

    public static DailyRate Rate(string currency, string day, decimal perEuro) => new() { Source = "csv", Id = $"{currency}/{day}", Day = Day(day), Currency = Currency.Parse(currency), PerEuro = perEuro };

    public static DealBook Book(this SectionInputs inputs) => DealBook.Of(inputs);
}
