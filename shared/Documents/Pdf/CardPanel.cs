using SalesReports.Documents.Charts;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Pdf;

/// <summary>One metric: name, status, value, target, comparisons, its line over thirteen periods, and what one should know about it.</summary>
internal static class CardPanel
{
    private const float Space = 4;
    private const float NotesGap = 2;
    private const float LeastLineStep = 9.4f;
    private static readonly Style _name = new(Typefaces.SemiBold, 8.8f, Tone.Muted);
    private static readonly Style _value = new(Typefaces.Bold, 20, Tone.Text);
    private static readonly Style _undefined = new(Typefaces.SemiBold, 15, Tone.Muted);
    private static readonly Style _line = new(Typefaces.Regular, 8, Tone.Text);
    private static readonly Style _figure = new(Typefaces.SemiBold, 8, Tone.Text);
    private static readonly Style _note = new(Typefaces.Regular, 7.2f, Tone.Muted);

    public static void Draw(Pen pen, Card card, NumberWording numbers, Box box, bool large = false)
    {
        pen.Frame(box, Tone.Rule, 4);
        pen.Fill(new Box(box.Left, box.Top + 8, 2.5f, box.Height - 16), Palette.Strong(card.Verdict.Colour));
        var inner = box.Inset(11, 8);
        var pill = pen.Pill(card.Verdict.ToString(), inner.Right, inner.Top - 2, 7.6f, Palette.Strong(card.Verdict.Colour), Palette.Soft(card.Verdict.Colour));
        pen.Text(card.Name, inner.Left, inner.Top + 7.5f, inner.Width - pill - 5, _name);

        var tag = card.Completeness is { } word && !card.IsUndefined
            ? pen.Pill(word, inner.Right, inner.Top + 16, 7.2f, Tone.Muted, Tone.Ground) + 5
            : 0;
        var value = card.IsUndefined ? _undefined : large ? _value with { Size = 25 } : _value;
        var baseline = inner.Top + (large ? 34 : card.IsUndefined ? 25 : 29);
        pen.Text(card.Value, inner.Left, baseline, inner.Width - tag, value);
        DrawLower(pen, card, numbers, inner.Below(baseline + 4 - inner.Top), large);
    }

    private static void DrawLower(Pen pen, Card card, NumberWording numbers, Box box, bool large)
    {
        IReadOnlyList<CardLine> lines = large ? [.. card.Lines, .. card.MoreLines] : card.Lines;
        var room = (int)((box.Height - NotesGap - (lines.Count * LeastLineStep)) / _note.LineHeight);
        var notes = Notes(card, box.Width, Math.Clamp(room, 0, 3));
        var notesHeight = notes.Count * _note.LineHeight;
        var upper = box.Head(box.Height - notesHeight - (notes.Count > 0 ? NotesGap : 0));
        for (var i = 0; i < notes.Count; i++)
        {
            pen.Text(notes[i], box.Left, box.Bottom - notesHeight + _note.Size + (i * _note.LineHeight), box.Width, _note);
        }

        var (label, figure) = large ? (_line with { Size = 9 }, _figure with { Size = 9 }) : (_line, _figure);
        var textWidth = large ? upper.Width : Math.Min(upper.Width * 0.68f, lines.Max(line => TextFit.Width(line.Label, label) + Space + TextFit.Width(line.Value, figure)));
        var step = Math.Min(label.Size * 1.7f, upper.Height / lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            DrawLine(pen, lines[i], upper.Head(step).Below(step * i) with { Width = textWidth }, step, label, figure);
        }

        var chart = upper.RightOf(textWidth + 8);
        if (!large && chart.Height > 12)
        {
            ChartPainter.Draw(pen, ChartDrawing.Of(card.Spark.Data, numbers, chart.Width, Math.Min(chart.Height, 44)), chart.Left, chart.Top);
        }
    }

    private static void DrawLine(Pen pen, CardLine line, Box box, float step, Style label, Style figure)
    {
        var (y, figureWidth) = (box.Top + (step * 0.75f), Math.Min(TextFit.Width(line.Value, figure), box.Width * 0.6f));
        var labelWidth = Math.Min(TextFit.Width(line.Label, label), box.Width - figureWidth - Space);
        pen.Text(line.Label, box.Left, y, labelWidth, label);
        pen.Text(line.Value, box.Left + labelWidth + Space, y, figureWidth, figure);
    }

    private static IReadOnlyList<string> Notes(Card card, float width, int maximum) =>
        maximum == 0 ? [] : [.. card.Notes.SelectMany(note => TextFit.Wrap(note, _note, width, Math.Min(2, maximum))).Take(maximum)];
}
