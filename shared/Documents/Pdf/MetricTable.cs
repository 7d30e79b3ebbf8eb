using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>All seven metrics in full, numbers right-aligned.</summary>
internal static class MetricTable
{
    private const float NameShare = 0.185f;
    private const float StatusShare = 0.115f;
    private static readonly Style _title = new(Typefaces.SemiBold, 10, Tone.Title);
    private static readonly Style _header = new(Typefaces.SemiBold, 7.6f, Tone.Text);
    private static readonly Style _cell = new(Typefaces.Regular, 8.4f, Tone.Text);
    private static readonly Style _strong = new(Typefaces.SemiBold, 8.4f, Tone.Text);

    public static void Draw(Pen pen, ReportView view, Box box)
    {
        pen.Text(view.Words.SevenMetrics, box.Left, box.Top + 9, box.Width, _title);
        var table = box.Below(15);
        var row = table.Height / (view.Cards.Count + 1);
        DrawHeader(pen, view, table.Head(row));
        for (var i = 0; i < view.Cards.Count; i++)
        {
            DrawRow(pen, view.Cards[i], table.Below(row * (i + 1)).Head(row));
        }
    }

    private static void DrawHeader(Pen pen, ReportView view, Box row)
    {
        pen.Fill(row, Tone.Ground);
        pen.Line(row.Left, row.Bottom, row.Right, row.Bottom, Tone.Title, 0.8f);
        var y = Baseline(row, _header);
        pen.Text(view.TableHeader[0], row.Left + 5, y, Name(row).Width - 8, _header);
        for (var i = 1; i <= 6; i++)
        {
            var cell = Figure(row, i - 1);
            pen.Text(view.TableHeader[i], cell.Left + 3, y, cell.Width - 3, _header, Align.Right);
        }

        pen.Text(view.TableHeader[7], Status(row).Left, y, Status(row).Width, _header);
    }

    private static void DrawRow(Pen pen, Card card, Box row)
    {
        var y = Baseline(row, _cell);
        pen.Text(card.Name, row.Left + 5, y, Name(row).Width - 8, _cell);
        for (var i = 0; i < card.Row.Count; i++)
        {
            var cell = Figure(row, i);
            pen.Text(card.Row[i], cell.Left + 3, y, cell.Width - 3, i == 0 ? _strong : _cell, Align.Right);
        }

        pen.Text(card.Verdict.ToString(), Status(row).Left, y, Status(row).Width, _strong with { Tone = Palette.Strong(card.Verdict.Colour), Size = 7.8f });
        pen.Line(row.Left, row.Bottom, row.Right, row.Bottom, Tone.Rule, 0.5f);
    }

    private static float Baseline(Box row, Style style) => row.Top + (row.Height / 2) + (style.Size * 0.34f);

    private static Box Name(Box row) => row.LeftPart(row.Width * NameShare);

    private static Box Status(Box row) => row.RightOf((row.Width * (1 - StatusShare)) + 9);

    private static Box Figure(Box row, int index) =>
        (row with { Left = row.Left + (row.Width * NameShare), Width = row.Width * (1 - NameShare - StatusShare) }).Columns(6, index, 5);
}
