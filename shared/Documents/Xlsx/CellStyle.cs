using SalesReports.Documents.Content;

namespace SalesReports.Documents.Xlsx;

/// <summary>How a cell looks: its place among the formats of <see cref="StyleSheet"/>.</summary>
internal enum CellStyle
{
    Normal,
    Title,
    Heading,
    Header,
    Text,

    /// <summary>Text that would be a formula if somebody edited the cell.</summary>
    GuardedText,
    Money,
    Ratio,
    Days,
    Hours,
    Count,
    Factor,
    Date,
    Muted,
}

internal static class CellStyles
{
    public static CellStyle Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Money => CellStyle.Money,
        ColumnKind.Ratio => CellStyle.Ratio,
        ColumnKind.Days => CellStyle.Days,
        ColumnKind.Hours => CellStyle.Hours,
        ColumnKind.Count => CellStyle.Count,
        ColumnKind.Factor => CellStyle.Factor,
        ColumnKind.Date => CellStyle.Date,
        ColumnKind.Text or ColumnKind.Status => CellStyle.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of column."),
    };

    public static CellStyle OfUnit(string unit) => unit switch
    {
        "ratio" => CellStyle.Ratio,
        "days" => CellStyle.Days,
        _ => CellStyle.Money,
    };
}
