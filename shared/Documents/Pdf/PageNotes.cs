using SalesReports.Documents.Drawing;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>What is missing from the figures, and what an earlier revision showed differently.</summary>
internal static class PageNotes
{
    private const int MaximumLines = 8;
    private const float TitleHeight = 15;
    private static readonly Style _title = new(Typefaces.SemiBold, 10, Tone.Title);
    private static readonly Style _item = new(Typefaces.Regular, 8, Tone.Text);

    public static float HeightOf(ReportView view, float width) =>
        TitleHeight + (Columns(view).Max(column => Lines(column.Items, ColumnWidth(view, width)).Count) * _item.LineHeight);

    public static void Draw(Pen pen, ReportView view, Box box)
    {
        var columns = Columns(view);
        for (var c = 0; c < columns.Count; c++)
        {
            var column = box.Columns(columns.Count, c, 16);
            pen.Text(columns[c].Title, column.Left, column.Top + 9, column.Width, _title);
            var lines = Lines(columns[c].Items, ColumnWidth(view, box.Width));
            for (var i = 0; i < lines.Count; i++)
            {
                pen.Text(lines[i], column.Left, column.Top + TitleHeight + _item.Size + (i * _item.LineHeight), column.Width, _item);
            }
        }
    }

    private static IReadOnlyList<(string Title, IReadOnlyList<string> Items)> Columns(ReportView view)
    {
        var words = view.Words;
        var missing = (words.Missing, view.Gaps.Count == 0 ? [words.NothingMissing] : Bulleted(view.Gaps));
        return view.Restatements.Count == 0 ? [missing] : [missing, (words.Restated, Bulleted(view.Restatements))];
    }

    private static IReadOnlyList<string> Bulleted(IReadOnlyList<string> items) => [.. items.Select(item => $"•\u00A0{item}")];

    private static float ColumnWidth(ReportView view, float width) => view.Restatements.Count == 0 ? width : (width - 16) / 2;

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> items, float width) =>
        [.. items.SelectMany(item => TextFit.Wrap(item, _item, width, 2)).Take(MaximumLines)];
}
