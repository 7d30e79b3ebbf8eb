using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.People;

/// <summary>How far a rep came in each of the four, 1 being all of it, uncapped; null when it cannot be said.</summary>
public sealed record BonusAttainment(decimal? Revenue, decimal? MarginKept, decimal? Retention, decimal? DigitalAdoption)
{
    /// <summary>The first thing without which there is no score: the margin always, for its gate; the others when they have a weight.</summary>
    internal Reason? Missing(BonusSettings bonus) => this switch
    {
        { MarginKept: null } => SaleReasons.NoMarginBefore,
        { Revenue: null } when bonus.RevenueWeight > 0 => SaleReasons.NoTarget,
        { Retention: null } when bonus.RetentionWeight > 0 => SaleReasons.NoRetentionBase,
        { DigitalAdoption: null } when bonus.DigitalWeight > 0 => SaleReasons.NoChannel,
        _ => null,
    };

    /// <summary>Σ weight × min(attainment, cap), or 0 when margin kept is below the gate.</summary>
    internal decimal Score(BonusSettings bonus)
    {
        decimal Part(decimal weight, decimal? attainment) => weight * Math.Min(attainment ?? 0, bonus.Cap);
        return MarginKept < bonus.MarginGate
            ? 0
            : Part(bonus.RevenueWeight, Revenue) + Part(bonus.MarginWeight, MarginKept) + Part(bonus.RetentionWeight, Retention) + Part(bonus.DigitalWeight, DigitalAdoption);
    }
}
