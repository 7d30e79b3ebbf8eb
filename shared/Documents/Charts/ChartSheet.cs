using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Charts;

/// <summary>Where a chart puts its marks. Text is shortened here to the room it has and moved inside the box, so that no chart can forget it.</summary>
internal sealed class ChartSheet(float width, float height, float textSize, AxisNumbers numbers)
{
    private readonly List<Mark> _marks = [];

    public float Width { get; } = width;

    public float Height { get; } = height;

    public float TextSize { get; } = textSize;

    public AxisNumbers Numbers { get; } = numbers;

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>From one base line to the next.</summary>
    public float LineHeight => TextSize * 1.3f;

    /// <summary>A hair line and a stroke of this sheet.</summary>
    public float Hair => TextSize * 0.07f;

    public float Stroke => TextSize * 0.19f;

    public void Add(Mark mark) => _marks.Add(mark);

    public void Rect(float x, float y, float w, float h, Tone tone)
    {
        var (left, top) = (Math.Clamp(x, 0, Width), Math.Clamp(y, 0, Height));
        Add(new RectMark(left, top, Math.Clamp(w, 0, Width - left), Math.Clamp(h, 0, Height - top), tone));
    }

    public void Line(float x1, float y1, float x2, float y2, Tone tone, float thickness, bool dashed = false) => Add(new LineMark(x1, y1, x2, y2, tone, thickness, dashed));

    /// <summary>As wide as it will be drawn.</summary>
    public float Measure(string text, bool bold = false, float size = 0) => TextFit.Width(PlainText.Line(text), StyleOf(bold, size));

    /// <summary>Writes a line that is at most <paramref name="room"/> wide; nothing when there is no text.</summary>
    public void Text(string text, float x, float y, float room, TextAnchor anchor = TextAnchor.Start, Tone tone = Tone.Muted, bool bold = false, float size = 0)
    {
        var plain = PlainText.Line(text);
        if (plain.Length == 0 || room < TextSize)
        {
            return;
        }

        var at = size > 0 ? size : TextSize;
        var style = StyleOf(bold, at);
        var line = TextFit.ShortenedTo(plain, style, Math.Min(room, Width));
        var wide = Math.Min(Measure(line, bold, at), Width);
        var moved = anchor switch
        {
            TextAnchor.Start => Math.Clamp(x, 0, Width - wide),
            TextAnchor.Middle => Math.Clamp(x, wide / 2, Width - (wide / 2)),
            _ => Math.Clamp(x, wide, Width),
        };
        Add(new TextMark(line, moved, Math.Clamp(y, at * 0.8f, Height - (at * 0.2f)), wide, at, anchor, tone, bold));
    }

    private Style StyleOf(bool bold, float size) => new(bold ? Typefaces.Bold : Typefaces.Regular, size > 0 ? size : TextSize, Tone.Text);
}
