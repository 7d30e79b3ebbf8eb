using SalesReports.Documents.Charts;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>Seven cards in two rows: revenue takes two places of eight, the others one each.</summary>
internal static class CardGrid
{
    private const float Gap = 9;
    private const float Padding = 9;
    private const float LineStep = 10;
    private const float LinesTop = 31;
    private const float PillHeight = 12;
    private static readonly Style _name = new(Typefaces.SemiBold, 8.4f, Tone.Muted);
    private static readonly Style _value = new(Typefaces.Bold, 17, Tone.Text);
    private static readonly Style _undefined = new(Typefaces.SemiBold, 13, Tone.Muted);
    private static readonly Style _line = new(Typefaces.Regular, 7.2f, Tone.Text);
    private static readonly Style _figure = new(Typefaces.SemiBold, 7.2f, Tone.Text);
    private static readonly Style _note = new(Typefaces.Regular, 6.8f, Tone.Muted);

    public static void Draw(Pen pen, ReportView view, Box box)
    {
        CardPanel.Draw(pen, view.Cards[0], view.Words.Numbers, box.Rows(2, 0, Gap).Columns(4, 0, Gap, span: 2));
        for (var i = 1; i < view.Cards.Count; i++)
        {
            DrawSmall(pen, view, view.Cards[i], box.Rows(2, (i + 1) / 4, Gap).Columns(4, (i + 1) % 4, Gap));
        }
    }

    /// <summary>Name, value, lines, and at the foot the status beside the line of thirteen periods.</summary>
    private static void DrawSmall(Pen pen, ReportView view, Card card, Box box)
    {
        pen.Frame(box, Tone.Rule, 4);
        pen.Fill(new Box(box.Left, box.Top + 7, 2.4f, box.Height - 14), Palette.Strong(card.Verdict.Colour));
        var inner = box.Inset(Padding, 8);
        pen.Text(card.Name, inner.Left, inner.Top + 7, inner.Width, _name);
        pen.Text(card.Value, inner.Left, inner.Top + 26, inner.Width, card.IsUndefined ? _undefined : _value);
        var step = Math.Min(LineStep, (inner.Height - LinesTop - PillHeight) / card.Lines.Count);
        for (var i = 0; i < card.Lines.Count; i++)
        {
            DrawLine(pen, card.Lines[i], inner.Below(LinesTop + (i * step)).Head(step));
        }

        var pill = pen.PillLeft(card.Verdict.ToString(), inner.Left, inner.Bottom - PillHeight, inner.Width, 6.8f, Palette.Strong(card.Verdict.Colour), Palette.Soft(card.Verdict.Colour));
        var lines = LinesTop + (card.Lines.Count * step);
        var note = Note(card, inner.Width);
        if (note.Length > 0 && inner.Height - lines - 14 >= _note.LineHeight)
        {
            pen.Text(note, inner.Left, inner.Top + lines + _note.Size, inner.Width, _note);
            lines += _note.LineHeight;
        }

        var chart = inner.Below(lines + 2).RightOf(pill + 6) with { Width = inner.Width - pill - 6 };
        if (chart is { Height: > 8, Width: > 14 })
        {
            var height = Math.Min(chart.Height, 34);
            ChartPainter.Draw(pen, ChartDrawing.Of(card.Spark.Data, view.Words.Numbers, chart.Width, height), chart.Left, chart.Bottom - height);
        }
    }

    private static void DrawLine(Pen pen, CardLine line, Box box)
    {
        var figure = Math.Min(TextFit.Width(line.Value, _figure), box.Width * 0.5f);
        pen.Text(line.Label, box.Left, box.Top + (box.Height * 0.78f), box.Width - figure - 3, _line);
        pen.Text(line.Value, box.Right - figure, box.Top + (box.Height * 0.78f), figure, _figure, Align.Right);
    }

    /// <summary>One thing to know: that part is missing, else the first note.</summary>
    private static string Note(Card card, float width)
    {
        var text = card is { Completeness: { } word, IsUndefined: false } ? word : card.Notes.Count > 0 ? card.Notes[0] : "";
        return text.Length == 0 ? "" : TextFit.Wrap(text, _note, width, 1)[0];
    }
}
