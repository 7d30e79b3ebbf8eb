namespace SalesReports.Kpis;

/// <summary>
/// A bonus by more than volume, simulated beside one by volume alone: Σ weight × min(attainment, cap). Never a payroll figure.
/// Source: metrics.md, monthly report 6. Ranges are held by <see cref="BonusSettingsCheck"/>.
/// </summary>
public sealed record BonusSettings
{
    public bool Enabled { get; init; }

    /// <summary>Weight of revenue ÷ its target. The four weights sum to 1.</summary>
    public decimal RevenueWeight { get; init; } = 0.40m;

    /// <summary>Weight of margin kept: gross margin ÷ the rep's own of the 12 months before.</summary>
    public decimal MarginWeight { get; init; } = 0.30m;

    /// <summary>Weight of gross retention ÷ <see cref="RetentionGoal"/>.</summary>
    public decimal RetentionWeight { get; init; } = 0.20m;

    /// <summary>Weight of the self-service share of revenue ÷ <see cref="DigitalGoal"/>.</summary>
    public decimal DigitalWeight { get; init; } = 0.10m;

    /// <summary>No attainment counts for more than this, 1.2 being 120 %.</summary>
    public decimal Cap { get; init; } = 1.2m;

    /// <summary>With margin kept below this nothing is paid; at it, it is.</summary>
    public decimal MarginGate { get; init; } = 0.95m;

    /// <summary>Gross retention that is a full attainment, as a fraction.</summary>
    public decimal RetentionGoal { get; init; } = 0.90m;

    /// <summary>Self-service share of revenue that is a full attainment, as a fraction.</summary>
    public decimal DigitalGoal { get; init; } = 0.30m;
}
