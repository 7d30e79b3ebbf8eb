namespace SalesReports.Sources.Csv;

/// <summary>Makes the rejections of this source, all in the same words.</summary>
internal static class Rejections
{
    private const int LongestValue = 200;

    public static string Shorten(string text) => text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue - 1), "…");

    public static Rejection WholeFile(string file, string reason) => new(file, 0, null, null, reason);

    public static Rejection Row(Cells row, Refusal refusal) =>
        new(row.Table.File, row.Line, refusal.Column, refusal.Value is null ? null : Shorten(refusal.Value), refusal.Reason, row.Raw)
        {
            Header = row.Table.Header.Cells,
        };

    public static Rejection Row(Cells row, string reason) => Row(row, new Refusal(null, null, reason));
}

/// <summary>Why a row is not taken: the column as the file calls it and the text found there, null when the row as a whole is meant.</summary>
internal sealed record Refusal(string? Column, string? Value, string Reason);
