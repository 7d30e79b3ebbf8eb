namespace SalesReports.Documents.Content;

/// <summary>
/// A section of a report in words of one language: what the PDF, the page and the workbook all draw, so that they cannot differ.
/// Every text is one line, bounded, and not yet encoded for any format.
/// </summary>
/// <param name="Id">The section's name in the report JSON: <c>bridges</c>, <c>callList</c>.</param>
/// <param name="Lead">One sentence that says what the section shows, or why it shows nothing.</param>
/// <param name="Blocks">Empty when the section has no data: it then takes one line and no page.</param>
public sealed record SectionView(string Id, string Title, string Lead, IReadOnlyList<Block> Blocks);

/// <summary>What a section is made of, from top to bottom.</summary>
public abstract record Block;

/// <summary>The title of a part of a section.</summary>
public sealed record HeadingBlock(string Text) : Block;

/// <summary>Sentences, each its own line: reasons, thresholds, what is left out.</summary>
public sealed record NotesBlock(IReadOnlyList<string> Lines) : Block;

/// <summary>Two to six figures side by side.</summary>
public sealed record TilesBlock(IReadOnlyList<Tile> Tiles) : Block;

/// <param name="Id">The figure's path in the report JSON, below the section: <c>retention.net</c>.</param>
/// <param name="Detail">Comparison, sample or reason; empty when there is nothing to say.</param>
public sealed record Tile(string Id, string Label, Cell Value, string Detail);

/// <summary>A table. The PDF and the page may show fewer rows than it has; then <paramref name="Shown"/> says how many, and the workbook has all.</summary>
/// <param name="Id">Unique in the report: a sheet's table and an anchor are named after it.</param>
/// <param name="Total">Null when a sum has no meaning.</param>
public sealed record TableBlock(string Id, string Title, IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows, TableRow? Total, int Shown) : Block;

/// <param name="Weight">Share of the width, beside the other columns.</param>
public sealed record Column(string Name, ColumnKind Kind, float Weight = 1);

/// <summary>What a column holds; numbers stand right, texts left.</summary>
public enum ColumnKind
{
    Text,
    Money,
    Ratio,
    Days,
    Count,
    Date,
    Status,

    /// <summary>Business hours.</summary>
    Hours,

    /// <summary>A bare number such as a lift or a ratio of two amounts.</summary>
    Factor,
}

public sealed record TableRow(IReadOnlyList<Cell> Cells);

/// <summary>A value in words and as it is.</summary>
/// <param name="Text">For eyes, in the language's format: <c>41,3 %</c>, or “–” when undefined.</param>
/// <param name="Number">For the workbook and for tests: not rounded, a ratio as fraction; null for texts, dates and undefined values.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
/// <param name="Colour"><c>green</c>, <c>amber</c>, <c>red</c> or <c>none</c>; carries status only.</param>
/// <param name="Unit">What the number is, where no column says it: in tiles; null for texts.</param>
public sealed record Cell(string Text, decimal? Number = null, DateOnly? Date = null, string? Reason = null, string Colour = "none", ColumnKind? Unit = null);

/// <summary>A chart and what it says to those who do not see it.</summary>
/// <param name="Title">Names what is drawn, with the unit of the axis.</param>
/// <param name="Description">The alternative text: the figures in one or two sentences.</param>
public sealed record ChartBlock(string Id, string Title, string Description, ChartData Data) : Block;
