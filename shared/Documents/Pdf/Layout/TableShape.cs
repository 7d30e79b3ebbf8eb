using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf.Layout;

/// <summary>
/// How wide the columns of a table are, the same on all of its pages: numbers as wide as their widest cell, so that none is cut; texts share what is left by their weights.
/// </summary>
internal sealed class TableShape
{
    public const float Padding = 4;
    private const float LargestNumbersShare = 0.78f;
    private const float LargestColumn = 92;
    private const float EvenShare = 0.8f;

    private TableShape(TableBlock table, IReadOnlyList<float> shares) => (Table, Shares) = (table, shares);

    public static Style Header { get; } = new(Typefaces.SemiBold, 7.4f, Tone.Text);

    public static Style Cell { get; } = new(Typefaces.Regular, 7.8f, Tone.Text);

    public static Style Strong { get; } = new(Typefaces.SemiBold, 7.8f, Tone.Text);

    public TableBlock Table { get; }

    /// <summary>Of the table's width, adding up to one.</summary>
    public IReadOnlyList<float> Shares { get; }

    public static TableShape Of(TableBlock table, float width)
    {
        var rows = table.Rows.Take(table.Shown).Concat(table.Total is { } total ? [total] : []).ToList();
        var natural = table.Columns.Select((column, i) => column.Kind == ColumnKind.Text ? 0 : Natural(column, rows.Select(row => row.Cells[i].Text))).ToList();
        var texts = table.Columns.Where(column => column.Kind == ColumnKind.Text).Sum(column => column.Weight);
        var numbers = natural.Sum();
        var most = texts > 0 ? width * LargestNumbersShare : width;
        var squeeze = numbers > most || texts == 0 ? most / Math.Max(1, numbers) : 1;
        var rest = width - (numbers * squeeze);

        // Names that are short leave their numbers near them: what they do not need goes to all columns alike.
        var spare = Math.Max(0, rest - NeededByTexts(table, rows, rest)) / table.Columns.Count * EvenShare;
        var perText = (rest - (spare * table.Columns.Count)) / Math.Max(0.01f, texts);
        return new TableShape(table, [.. table.Columns.Select((column, i) => (column.Kind == ColumnKind.Text ? perText * column.Weight : natural[i] * squeeze) + spare).Select(wide => wide / width)]);
    }

    /// <summary>The room that lets the widest text, by the weights, stand on one line; at most all there is.</summary>
    private static float NeededByTexts(TableBlock table, List<TableRow> rows, float rest)
    {
        var weights = table.Columns.Where(column => column.Kind == ColumnKind.Text).Sum(column => column.Weight);
        return table.Columns.Index().Where(column => column.Item.Kind == ColumnKind.Text)
            .Select(column => (rows.Select(row => TextFit.Width(row.Cells[column.Index].Text, Strong)).DefaultIfEmpty(0).Max() + (2 * Padding) + 1) * weights / column.Item.Weight)
            .Select(needed => Math.Min(needed, rest)).DefaultIfEmpty(rest).Max();
    }

    /// <summary>What a column of numbers needs not to be cut: its widest cell, and the longest word of its name.</summary>
    public static float Natural(Column column, IEnumerable<string> cells)
    {
        var words = column.Name.Split(' ').Select(word => TextFit.Width(word, Header));
        return Math.Min(LargestColumn, cells.Distinct(StringComparer.Ordinal).Select(cell => TextFit.Width(cell, Strong)).Concat(words).DefaultIfEmpty(0).Max() + (2 * Padding) + 1);
    }

    public static bool IsLeft(ColumnKind kind) => kind is ColumnKind.Text or ColumnKind.Status;

    /// <summary>The box of a cell, without its padding.</summary>
    public Box CellOf(Box row, int column)
    {
        var left = row.Left + (Shares.Take(column).Sum() * row.Width);
        return new Box(left + Padding, row.Top, (Shares[column] * row.Width) - (2 * Padding), row.Height);
    }
}
