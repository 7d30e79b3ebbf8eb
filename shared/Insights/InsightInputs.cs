using SalesReports.Calendar;
using SalesReports.Measures;

namespace SalesReports.Insights;

/// <summary>What findings are made from. What a report does not hold is null or empty, and its rule finds nothing.</summary>
public sealed record InsightInputs
{
    public required PeriodKind Kind { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The headline metrics in the order of the report.</summary>
    public required IReadOnlyList<MetricReading> Metrics { get; init; }

    /// <summary>Sources whose last pull is late or failed, of how many.</summary>
    public (int Behind, int All) Sources { get; init; }

    /// <summary>Revenue against the period before, taken apart.</summary>
    public RevenueParts? RevenueParts { get; init; }

    /// <summary>Null unless it fires.</summary>
    public MarginAlarmReading? MarginAlarm { get; init; }

    /// <summary>Share of revenue of the largest customers, the fewest first.</summary>
    public IReadOnlyList<ConcentrationReading> Concentration { get; init; } = [];

    /// <summary>Of each team (and the company) that has one.</summary>
    public IReadOnlyList<CoverageReading> PipelineCoverage { get; init; } = [];

    public IReadOnlyList<SourceCostReading> SourceCosts { get; init; } = [];

    /// <summary>A customers on the call list.</summary>
    public CallListReading? CallList { get; init; }
}

/// <summary>One headline metric as a report shows it.</summary>
/// <param name="Unit">An ISO currency, <c>ratio</c> or <c>days</c>.</param>
/// <param name="Colour"><c>green</c>, <c>amber</c>, <c>red</c> or null.</param>
/// <param name="Average">Over the 13 weeks or 12 months before.</param>
/// <param name="History">Oldest first, the last being the period itself.</param>
/// <param name="Weight">What a unit of the metric is worth in money, to rank by: 1 for revenue, the revenue for a margin.</param>
/// <param name="Gap">Why it is partial or undefined.</param>
public sealed record MetricReading(
    string Id, LocalText Name, string Unit, bool FavourableUp, decimal? Value, decimal Coverage, bool SmallSample, string? Colour, decimal? Target, decimal? Average,
    IReadOnlyList<decimal?> History, decimal Weight, Reason? Gap);

/// <summary>Revenue of the period and the one before, and the effects between: they sum to the difference.</summary>
public sealed record RevenueParts(decimal Before, decimal Now, decimal Volume, decimal Mix, decimal Price, decimal New, decimal Lost, decimal Other);

/// <param name="RevenueChange">Relative.</param>
/// <param name="MarginChange">In fractions, negative.</param>
/// <param name="RealisationChange">Of price, in fractions, negative.</param>
/// <param name="ExtraDiscount">What the named reps gave more than before.</param>
/// <param name="Reps">Their names, the largest first.</param>
public sealed record MarginAlarmReading(decimal RevenueChange, decimal MarginChange, decimal RealisationChange, decimal ExtraDiscount, IReadOnlyList<string> Reps);

/// <param name="Customers">How many hold the share.</param>
public sealed record ConcentrationReading(int Customers, decimal Share, decimal Revenue);

/// <param name="Team">Null for the company.</param>
/// <param name="Missing">Target less weighted pipeline, in money.</param>
public sealed record CoverageReading(string? Team, decimal Coverage, decimal Missing);

/// <summary>Paid acquisition cost of a lead source over three months, and over the three before.</summary>
/// <param name="Now">Null: it was paid for and brought nobody.</param>
/// <param name="Spend">Over the three months.</param>
public sealed record SourceCostReading(string Source, decimal? Now, decimal Before, decimal Spend);

/// <param name="Largest">Name of the customer with the most at risk.</param>
public sealed record CallListReading(int Customers, decimal RevenueAtRisk, string Largest);
