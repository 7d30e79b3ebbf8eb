using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>
/// The opportunities a report may see, each with its life up to the report's end: made once, read by every section about deals.
/// Amounts are converted at the rate of the creation day. Source: metrics.md, 7.
/// </summary>
public sealed class DealBook
{
    private const int ConvertedDecimals = 12;

    private readonly StageProbabilities _probabilities;
    private readonly PhantomRules _phantoms;

    private DealBook(IReadOnlyList<DealLife> all, StageBook stages, DateOnly end)
    {
        All = all;
        Stages = stages;
        End = end;
        _probabilities = new StageProbabilities(all, stages, end);
        _phantoms = new PhantomRules(all, stages, end);
    }

    public IReadOnlyList<DealLife> All { get; }

    public StageBook Stages { get; }

    /// <summary>The report's end, excluded.</summary>
    public DateOnly End { get; }

    /// <summary>Open at the end.</summary>
    public IEnumerable<DealLife> Open => All.Where(life => life.IsOpen);

    public static DealBook Of(SectionInputs inputs)
    {
        var zone = new BusinessZone(inputs.Settings.TimeZone);
        var stages = new StageBook(inputs.Stages);
        return new DealBook([.. inputs.Deals.Select(deal => LifeOf(deal, inputs, stages, zone))], stages, inputs.Period.End);
    }

    /// <summary>The stage it stands in at the end.</summary>
    public StageKey StageOf(DealLife life) => life.Stay?.Stage ?? Stages.KeyOf(life.Deal.Pipeline, life.Deal.Stage);

    /// <summary>Why an open deal looks like a phantom; empty when it does not.</summary>
    public IReadOnlyList<string> ReasonsOf(DealLife life) => _phantoms.ReasonsOf(life, StageOf(life));

    /// <summary>How likely a deal in its stage is won; null when neither history nor configuration says.</summary>
    public decimal? ProbabilityOf(DealLife life) => _probabilities.Of(StageOf(life));

    private static DealLife LifeOf(Opportunity deal, SectionInputs inputs, StageBook stages, BusinessZone zone)
    {
        var reporting = Currency.Parse(inputs.Settings.Currency);
        var end = inputs.Period.End;
        var hasRate = deal.CreatedAt is { } created && Converted(1, created.Day) is not null;
        var events = DealEvents.Of(deal, zone, amount => Converted(amount, deal.CreatedAt!.Value.Day) ?? 0);
        return new DealLife(deal, events, StageStays.Before(end, deal, stages, zone), hasRate, events is null ? DealState.NotYet : DealState.AsOf(events, end), OutcomeAt(end));

        // Twelve decimals keep sums exact in any order, so that a movement closes to the last digit.
        decimal? Converted(decimal amount, DateOnly day) =>
            inputs.Rates.Convert(new Money(amount, deal.Currency ?? reporting), reporting, day) is { } value ? Math.Round(value, ConvertedDecimals) : null;

        Outcome? OutcomeAt(DateOnly day) => DealEvents.Outcomes(deal, zone) is { } outcomes
            ? outcomes.Where(e => e.At.Day < day).Select(e => e.Outcome).LastOrDefault(Outcome.Open)
            : null;
    }
}
