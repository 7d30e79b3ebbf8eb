using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>
/// Why an open deal is probably none any more, as of a report's end. A rule whose input is missing does not fire; nothing is
/// closed. Source: metrics.md, 8 and settled readings.
/// </summary>
public sealed class PhantomRules
{
    public const int MinimumExits = 5;
    public const int Pushes = 3;
    public const int QuietDays = 30;
    public const int TimesTheMedian = 2;

    private readonly StageBook _stages;
    private readonly DateOnly _end;
    private readonly Dictionary<StageKey, decimal> _medians;

    public PhantomRules(IEnumerable<DealLife> lives, StageBook stages, DateOnly end)
    {
        _stages = stages;
        _end = end;
        var from = end.AddMonths(-12);
        _medians = lives.SelectMany(life => life.Stays).Where(stay => stay.Left >= from).GroupBy(stay => stay.Stage)
            .Where(exits => exits.Count() >= MinimumExits)
            .ToDictionary(exits => exits.Key, exits => Statistics.Median([.. exits.Select(stay => (decimal)stay.Days!.Value).Order()])!.Value);
    }

    /// <summary>Codes in the order of the rules; empty for a deal that is closed or looks alive.</summary>
    /// <param name="stage">The stage the deal stands in at the end.</param>
    public IReadOnlyList<string> ReasonsOf(DealLife life, StageKey stage) => life.IsOpen ? [.. Fired(life, stage)] : [];

    private IEnumerable<string> Fired(DealLife life, StageKey stage)
    {
        if (ExpectedClose.AsOf(life.Deal, _end) < _end)
        {
            yield return "expected_close_past";
        }

        if (life.Stay is { } stay && _medians.TryGetValue(stay.Stage, out var median) && _end.DayNumber - stay.Entered.DayNumber > TimesTheMedian * median)
        {
            yield return "age_in_stage";
        }

        if (ExpectedClose.Pushes(life.Deal, _end) >= Pushes)
        {
            yield return "pushed";
        }

        if (life.Deal.LastActivityAt?.Day < _end.AddDays(-QuietDays))
        {
            yield return "no_activity";
        }

        if (_stages.Find(stage)?.RequiresQualification == true && Qualified.Of(life.Deal) == false)
        {
            yield return "not_qualified";
        }
    }
}
