using SalesReports.Calendar;
using SalesReports.Documents.Content;

namespace SalesReports.Documents.Wording;

/// <summary>
/// A report put into words of one language: what the PDF, the page and the mail all draw, so that they cannot differ.
/// Every text in it is one line, bounded, and not yet encoded for HTML.
/// </summary>
public sealed record ReportView
{
    public required Words Words { get; init; }

    public required Period Period { get; init; }

    public required string Company { get; init; }

    public required string Title { get; init; }

    /// <summary><c>Semaine 47 · 16–22 novembre 2026</c>.</summary>
    public required string When { get; init; }

    /// <summary>Team or rep; null for the whole company.</summary>
    public required string? Scope { get; init; }

    public required string Freshness { get; init; }

    public required Verdict Overall { get; init; }

    /// <summary>One or two sentences: the result, and what needs attention.</summary>
    public required IReadOnlyList<string> Headline { get; init; }

    /// <summary>Seven, revenue first.</summary>
    public required IReadOnlyList<Card> Cards { get; init; }

    public required RevenueHistory Revenue { get; init; }

    public required IReadOnlyList<string> TableHeader { get; init; }

    /// <summary>The weightiest sentences, as the mail has them.</summary>
    public required IReadOnlyList<string> Insights { get; init; }

    public required IReadOnlyList<string> Gaps { get; init; }

    public required IReadOnlyList<string> Restatements { get; init; }

    public required IReadOnlyList<string> Foot { get; init; }

    /// <summary>When the report was built; documents carry it as their date.</summary>
    public required DateTimeOffset BuiltAt { get; init; }
}

/// <summary>A status as shape and word; the drawing adds the colour.</summary>
/// <param name="Colour"><c>green</c>, <c>amber</c>, <c>red</c>, or <c>none</c>.</param>
public sealed record Verdict(string Colour, string Shape, string Word)
{
    public override string ToString() => Shape.Length == 0 ? Word : $"{Shape}\u00A0{Word}";
}

/// <summary>A headline metric in words.</summary>
/// <param name="Value">Short, for large type.</param>
/// <param name="Row">In full, for the table: value, previous, last year, average, target, year to date.</param>
/// <param name="Completeness">“Partiel”, “Indéfini”; null when complete.</param>
/// <param name="Lines">Target and comparisons.</param>
/// <param name="MoreLines">Average and year to date, where a card has room.</param>
/// <param name="Notes">Reason, sample, interval, basis.</param>
public sealed record Card(
    string Id,
    string Name,
    string Value,
    bool IsUndefined,
    Verdict Verdict,
    string? Completeness,
    IReadOnlyList<CardLine> Lines,
    IReadOnlyList<CardLine> MoreLines,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Row,
    IReadOnlyList<HistoryValue> History,
    decimal? Target)
{
    /// <summary>The line of its history, with every figure for those who do not see it.</summary>
    public ChartBlock Spark => new($"spark-{Id}", Name, string.Join(" · ", History.Select(point => $"{point.Label} {point.Text}")), new SparkData([.. History.Select(point => point.Value)], Target) { Unit = "", UnitSize = 1 });
}

public sealed record CardLine(string Label, string Value);

/// <param name="Text">In full, for readers of a table or of a screen reader.</param>
public sealed record HistoryValue(string Label, decimal? Value, string Text);

/// <param name="Title">Names what is drawn, with the unit of the axis.</param>
/// <param name="Unit">Of the axis: <c>k€</c>.</param>
/// <param name="UnitSize">What one of the axis's unit is worth.</param>
public sealed record RevenueHistory(string Title, string Unit, decimal UnitSize, IReadOnlyList<HistoryValue> Values, decimal? Target, string LastValue, string TargetLegend)
{
    /// <summary>A bar a period, the last one in colour, with its target's tick and its short value.</summary>
    public ChartBlock Chart => new("revenue-history", Title, string.Join(" · ", Values.Select(point => $"{point.Label} {point.Text}")), new BarsData([.. Values.Select(Bar)]) { Unit = Unit, UnitSize = UnitSize });

    private ChartValue Bar(HistoryValue point, int i) => i == Values.Count - 1
        ? new ChartValue(point.Label, point.Value, LastValue, Target, IsCurrent: true)
        : new ChartValue(point.Label, point.Value, point.Text);
}
