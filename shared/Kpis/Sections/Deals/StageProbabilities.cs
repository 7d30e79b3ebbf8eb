using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>
/// How likely a deal in a stage is won: won ÷ closed among the opportunities that entered the stage in <c>[end − 12 months, end)</c>,
/// at least <see cref="MinimumClosed"/> of them closed; else the configured probability; else not known. Source: metrics.md, 5.
/// </summary>
public sealed class StageProbabilities
{
    public const int MinimumClosed = 10;

    private readonly StageBook _stages;
    private readonly Dictionary<StageKey, (int Won, int Closed)> _closed = [];

    public StageProbabilities(IEnumerable<DealLife> lives, StageBook stages, DateOnly end)
    {
        _stages = stages;
        var from = end.AddMonths(-12);
        foreach (var life in lives.Where(life => !life.Deal.Deleted && life.OutcomeAtEnd is Outcome.Won or Outcome.Lost))
        {
            foreach (var stage in life.Stays.Where(stay => stay.Entered >= from).Select(stay => stay.Stage).Distinct())
            {
                var (won, closed) = _closed.GetValueOrDefault(stage);
                _closed[stage] = (won + (life.OutcomeAtEnd == Outcome.Won ? 1 : 0), closed + 1);
            }
        }
    }

    public decimal? Of(StageKey stage) => _closed.GetValueOrDefault(stage) is { Closed: >= MinimumClosed } seen
        ? (decimal)seen.Won / seen.Closed
        : _stages.Find(stage)?.Probability;
}
