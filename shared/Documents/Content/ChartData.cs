namespace SalesReports.Documents.Content;

/// <summary>What a chart shows, before it has a size. Values are drawn as they are; <see cref="UnitSize"/> is what one of the axis's unit is worth.</summary>
public abstract record ChartData
{
    /// <summary>1, 1,000 or 1,000,000 for amounts, 0.01 for percent, 1 for counts and days.</summary>
    public required decimal UnitSize { get; init; }

    /// <summary>The axis's unit, as in the title: <c>k€</c>, <c>%</c>, <c>j</c>.</summary>
    public required string Unit { get; init; }
}

/// <summary>A value of a period or of a name; null leaves its place free.</summary>
/// <param name="Text">In full, for the last point, tool tips and readers.</param>
/// <param name="IsCurrent">Drawn in colour; the others are history and muted.</param>
public sealed record ChartValue(string Label, decimal? Value, string Text, decimal? Target = null, bool IsCurrent = false, string Colour = "none");

/// <summary>Standing bars from zero, each with an optional tick for its target.</summary>
public sealed record BarsData(IReadOnlyList<ChartValue> Values) : ChartData;

/// <summary>Lying bars, one a name, longest first as they come.</summary>
public sealed record RankingData(IReadOnlyList<ChartValue> Values) : ChartData;

/// <summary>One to five lines over the same labels.</summary>
public sealed record LinesData(IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Lines) : ChartData;

public sealed record ChartLine(string Name, IReadOnlyList<ChartValue> Values, bool IsMuted = false, bool IsDashed = false);

/// <summary>From a total over signed steps to a total. The steps add up to the difference exactly.</summary>
public sealed record WaterfallData(ChartValue From, IReadOnlyList<ChartValue> Steps, ChartValue To) : ChartData;

/// <summary>Stages in order, with the rate from each to the next.</summary>
public sealed record FunnelData(IReadOnlyList<FunnelBar> Stages) : ChartData;

/// <param name="Rate">Share that went on, with its text; empty for the last stage and when undefined.</param>
public sealed record FunnelBar(ChartValue Value, string Rate);

/// <summary>One bar a label, cut into named parts.</summary>
public sealed record StackedBarsData(IReadOnlyList<string> Parts, IReadOnlyList<StackedBar> Bars) : ChartData;

public sealed record StackedBar(string Label, IReadOnlyList<ChartValue> Parts);

/// <summary>Bars in falling order with the line of their running share, 0 to 1, and where classes end.</summary>
public sealed record ParetoData(IReadOnlyList<ChartValue> Values, IReadOnlyList<decimal> RunningShares, IReadOnlyList<ParetoClass> Classes) : ChartData;

/// <param name="Upto">The number of values up to the end of the class.</param>
public sealed record ParetoClass(string Name, int Upto);

/// <summary>Cohorts down, periods after their start across; darker is more. Null cells are not there yet.</summary>
public sealed record HeatData(IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows) : ChartData;

public sealed record HeatRow(string Label, IReadOnlyList<ChartValue> Values);

/// <summary>History as a line, the forecast as a line with its interval, earlier forecasts as points.</summary>
public sealed record FanData(IReadOnlyList<ChartValue> History, IReadOnlyList<FanValue> Forecast) : ChartData;

public sealed record FanValue(ChartValue Value, decimal? Low, decimal? High);

/// <summary>The line of a figure's last periods, small and without axis, beside the figure itself.</summary>
public sealed record SparkData(IReadOnlyList<decimal?> Values, decimal? Target) : ChartData;
