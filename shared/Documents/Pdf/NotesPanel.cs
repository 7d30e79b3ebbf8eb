using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Columns of sentences: what stands out, what needs a decision, what is missing, what an earlier revision showed differently.</summary>
internal static class NotesPanel
{
    private const int MaximumLines = 8;
    private const int LinesEach = 4;
    private const int MostSentences = 3;
    private const float TitleHeight = 15;
    private const float Gap = 16;
    private static readonly Style _title = new(Typefaces.SemiBold, 10, Tone.Title);
    private static readonly Style _item = new(Typefaces.Regular, 8, Tone.Text);

    public static float HeightOf(ReportView view, IReadOnlyList<SectionView> sections, float width)
    {
        var columns = Columns(view, sections);
        var each = new Box(0, 0, width, 0).Columns(columns.Count, 0, Gap).Width;
        return TitleHeight + (columns.Max(column => Lines(column.Items, each).Count) * _item.LineHeight);
    }

    public static void Draw(Pen pen, ReportView view, IReadOnlyList<SectionView> sections, Box box)
    {
        var columns = Columns(view, sections);
        for (var c = 0; c < columns.Count; c++)
        {
            var column = box.Columns(columns.Count, c, Gap);
            pen.Text(columns[c].Title, column.Left, column.Top + 9, column.Width, _title);
            var lines = Lines(columns[c].Items, column.Width);
            for (var i = 0; i < lines.Count; i++)
            {
                pen.Text(lines[i], column.Left, column.Top + TitleHeight + _item.Size + (i * _item.LineHeight), column.Width, _item);
            }
        }
    }

    private static IReadOnlyList<(string Title, IReadOnlyList<string> Items)> Columns(ReportView view, IReadOnlyList<SectionView> sections)
    {
        var words = view.Words;
        var restated = view.Restatements.Count == 0 ? [] : new[] { (words.Restated, Bulleted(view.Restatements, words.Nothing)) };
        return
        [
            .. sections.Where(section => section.Id is "insights" or "decisions").Select(section => (section.Title, Bulleted(Sentences(section), section.Lead))),
            (words.Missing, Bulleted(view.Gaps, words.NothingMissing)),
            .. restated,
        ];
    }

    /// <summary>The first lines of a section, and the first rows of its tables in one line each: what, who, how much.</summary>
    private static IReadOnlyList<string> Sentences(SectionView section) =>
    [
        .. section.Blocks.SelectMany(block => block switch
        {
            NotesBlock notes => notes.Lines,
            TableBlock table => table.Rows.Select(row => string.Join(" · ", row.Cells.Where(cell => cell.Reason is null).Select(cell => cell.Text))),
            _ => [],
        }).Take(MostSentences),
    ];

    private static IReadOnlyList<string> Bulleted(IReadOnlyList<string> items, string otherwise) => items.Count == 0 ? [otherwise] : [.. items.Select(item => $"•\u00A0{item}")];

    /// <summary>Every item has a line at least; the longest lose their last ones when all together are too many.</summary>
    private static IReadOnlyList<string> Lines(IReadOnlyList<string> items, float width)
    {
        var most = LinesEach;
        while (most > 1 && items.Sum(item => TextFit.Wrap(item, _item, width, most).Count) > MaximumLines)
        {
            most--;
        }

        return [.. items.SelectMany(item => TextFit.Wrap(item, _item, width, most)).Take(MaximumLines)];
    }
}
