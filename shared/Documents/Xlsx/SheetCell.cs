using System.Runtime.InteropServices;
using SalesReports.Documents.Content;

namespace SalesReports.Documents.Xlsx;

/// <summary>A cell as it is stored: a number stays one, a day too, all else is text and never a formula.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SheetCell(string? Text, decimal? Number, DateOnly? Date, CellStyle Style, bool IsBold = false)
{
    private const string FormulaStarts = "=+-@\t\r";

    public static SheetCell Empty { get; } = new(null, null, null, CellStyle.Normal);

    public static SheetCell Of(string text, CellStyle style = CellStyle.Text) =>
        new(text, null, null, style == CellStyle.Text && text.Length > 0 && FormulaStarts.Contains(text[0]) ? CellStyle.GuardedText : style);

    public static SheetCell Of(decimal? number, CellStyle style) => number is null ? Empty : new(null, number, null, style);

    public static SheetCell Of(DateOnly day) => new(null, null, day, CellStyle.Date);

    public static SheetCell Of(Cell cell, ColumnKind kind, bool bold = false) => cell switch
    {
        { Number: { } number } => new(null, number, null, CellStyles.Of(cell.Unit ?? kind), bold),
        { Date: { } day } => new(null, null, day, CellStyle.Date, bold),
        _ => Of(cell.Text) with { IsBold = bold },
    };
}
