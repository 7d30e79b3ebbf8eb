using System.Buffers;
using System.Globalization;
using System.Text;

namespace SalesReports.Sources.Csv;

/// <summary>
/// Rejected rows as CSV, file by file under the file's own header, with what is wrong appended, so that they can be corrected
/// and sent again. A cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
/// </summary>
public static class RejectedRows
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789., \u00A0\u202F");
    private static readonly string[] Appended = ["rejected_file", "rejected_line", "rejected_column", "rejected_because"];

    /// <summary>Writes UTF-8 with a byte order mark, which spreadsheets need, and leaves the stream open.</summary>
    public static async Task WriteAsync(IEnumerable<Rejection> rejections, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        var first = true;
        foreach (var file in rejections.GroupBy(rejection => rejection.File))
        {
            if (!first)
            {
                await writer.WriteLineAsync();
            }

            first = false;
            var rows = file.OrderBy(rejection => rejection.Line).ToList();
            var header = rows.Select(row => row.Header).FirstOrDefault(names => names is not null);
            var width = header?.Count ?? rows.Max(row => row.Row?.Count ?? 0);
            await LineAsync(writer, [.. header ?? [.. Enumerable.Range(1, width).Select(number => $"column_{number}")], .. Appended], cancellationToken);
            foreach (var row in rows)
            {
                // A row with too many cells keeps them, joined in the last column, so that what is appended stays in its place.
                var cells = row.Row ?? [];
                var fitted = Enumerable.Range(0, width).Select(index => index >= cells.Count ? ""
                    : index == width - 1 && cells.Count > width ? string.Join(" | ", cells.Skip(index)) : cells[index]);
                await LineAsync(writer, [.. fitted, row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.Column ?? "", row.Reason], cancellationToken);
            }
        }
    }

    private static Task LineAsync(StreamWriter writer, IEnumerable<string> cells, CancellationToken cancellationToken) =>
        writer.WriteLineAsync(string.Join(',', cells.Select(Cell)).AsMemory(), cancellationToken);

    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') && !IsNumber(text) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(Quoted) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A sign, digits, spaces and separators cannot be a formula that does anything.</summary>
    private static bool IsNumber(string text) => text[0] is ('+' or '-') && text.Length > 1 && text.AsSpan(1).IndexOfAnyExcept(Numeric) < 0;
}
