using System.ComponentModel.DataAnnotations;

namespace SalesReports.Kpis;

/// <summary>
/// The settings that figures depend on, read from the configuration's root under these names. Part of a report's inputs hash.
/// Source: metrics.md, settled readings.
/// </summary>
public sealed record MetricSettings
{
    /// <summary>Reporting currency.</summary>
    [RegularExpression("^[A-Za-z]{3}$", ErrorMessage = "Currency takes three letters such as EUR.")]
    public string Currency { get; init; } = "EUR";

    /// <summary>IANA id of the business time zone.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>Country whose public holidays are no working days.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>File with one holiday (<c>2026-12-25</c>) a line; wins over <see cref="Country"/>.</summary>
    public string? HolidaysFile { get; init; }

    /// <summary>Monthly cost of the sales force in the reporting currency; makes the headline CAC <i>loaded</i>.</summary>
    [Range(0, 1e15)]
    public decimal? SalesCostPerMonth { get; init; }

    /// <summary>Fewer inputs than this make a small sample.</summary>
    [Range(1, 1_000_000)]
    public int MinimumSample { get; init; } = 5;

    /// <summary>Fewer customers than this in the churn base leave LTV undefined.</summary>
    [Range(1, 1_000_000)]
    public int MinimumChurnBase { get; init; } = 30;

    [Range(1, 100)]
    public decimal MaximumLifetimeYears { get; init; } = 5;

    /// <summary>How far from the target is still amber, as a fraction of it.</summary>
    [Range(0, 1)]
    public decimal AmberBand { get; init; } = 0.10m;

    /// <summary>The bonus simulation of the monthly report, off by default.</summary>
    public BonusSettings Bonus { get; init; } = new();

    /// <summary>Spend channel to lead source, where their names differ; an import's own <c>sourceChannels</c> come first.</summary>
    public IReadOnlyDictionary<string, string> SourceChannels { get; init; } = new Dictionary<string, string>();
}
