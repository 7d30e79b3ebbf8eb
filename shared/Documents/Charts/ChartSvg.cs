using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Charts;

/// <summary>
/// A chart as an SVG element to stand in a page, with its title and its words for those who do not see it. Colours come from
/// <see cref="Css"/>, so that they follow light and dark. Each text says how wide it is: a browser may lack our font, and a wider one would be cut or lie on its neighbour.
/// </summary>
public static class ChartSvg
{
    private const int LongestDescription = 2000;
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The style of every chart on a page: light, and dark where the reader asks for it.</summary>
    public static string Css { get; } = Styles();

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">Of the drawing; on the page it takes the width it is given.</param>
    public static string Of(ChartBlock chart, string language, float width, float height, float textSize = 11)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Of(ChartDrawing.Of(chart.Data, Words.For(language).Numbers, width, height, textSize), chart.Id, chart.Title, chart.Description);
    }

    /// <param name="id">Unique on the page; the title and the description are found by it.</param>
    public static string Of(ChartDrawing drawing, string id, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var svg = new StringBuilder();
        var (name, size) = (Encoded(id), $"{N(drawing.Width)} {N(drawing.Height)}");
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {size}\" role=\"img\" aria-labelledby=\"{name}-title {name}-desc\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{name}-title\">{Encoded(title)}</title><desc id=\"{name}-desc\">{Encoded(description)}</desc>");
        foreach (var mark in drawing.Marks)
        {
            svg.Append(Element(mark));
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Element(Mark mark) => mark switch
    {
        RectMark rect => $"<rect class=\"f-{Name(rect.Tone)}\" x=\"{N(rect.X)}\" y=\"{N(rect.Y)}\" width=\"{N(rect.Width)}\" height=\"{N(rect.Height)}\"/>",
        LineMark line => $"<line class=\"s-{Name(line.Tone)}\" x1=\"{N(line.X1)}\" y1=\"{N(line.Y1)}\" x2=\"{N(line.X2)}\" y2=\"{N(line.Y2)}\"{Stroke(line.Thickness, line.IsDashed)}/>",
        PolylineMark line => $"<polyline class=\"s-{Name(line.Tone)}\" points=\"{Points(line.Points)}\"{Stroke(line.Thickness, line.IsDashed)}/>",
        AreaMark area => $"<polygon class=\"f-{Name(area.Tone)}\" points=\"{Points(area.Outline)}\"/>",
        DotMark { IsHollow: true } dot => $"<circle class=\"s-{Name(dot.Tone)} hollow\" cx=\"{N(dot.X)}\" cy=\"{N(dot.Y)}\" r=\"{N(dot.Radius)}\"/>",
        DotMark dot => $"<circle class=\"f-{Name(dot.Tone)}\" cx=\"{N(dot.X)}\" cy=\"{N(dot.Y)}\" r=\"{N(dot.Radius)}\"/>",
        TextMark text => $"<text class=\"f-{Name(text.Tone)}\" x=\"{N(text.X)}\" y=\"{N(text.Y)}\" font-size=\"{N(text.Size)}\"{Anchor(text.Anchor)}{(text.IsBold ? " font-weight=\"700\"" : "")} textLength=\"{N(text.Width)}\" lengthAdjust=\"spacingAndGlyphs\">{Encoded(text.Text)}</text>",
        _ => throw new ArgumentException($"A mark of the kind {mark.GetType().Name} cannot be written.", nameof(mark)),
    };

    private static string Stroke(float thickness, bool dashed) => $" stroke-width=\"{N(thickness)}\"{(dashed ? " stroke-dasharray=\"4 3\"" : "")}";

    private static string Anchor(TextAnchor anchor) => anchor switch
    {
        TextAnchor.Middle => " text-anchor=\"middle\"",
        TextAnchor.End => " text-anchor=\"end\"",
        _ => "",
    };

    private static string Points(IReadOnlyList<ChartPoint> points) => string.Join(' ', points.Select(point => $"{N(point.X)},{N(point.Y)}"));

    private static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Name(Tone tone) => tone.ToString().ToLowerInvariant();

    private static string Encoded(string text) => _encoder.Encode(PlainText.Line(text, LongestDescription));

    private static string Styles()
    {
        var tones = Enum.GetValues<Tone>();
        string Variables(Palette palette) => string.Concat(tones.Select(tone => $"--c-{Name(tone)}:{palette.Hex(tone)};"));
        var classes = string.Concat(tones.Select(tone => $".chart .f-{Name(tone)}{{fill:var(--c-{Name(tone)})}}.chart .s-{Name(tone)}{{stroke:var(--c-{Name(tone)});fill:none}}"));
        return $":root{{{Variables(Palette.Light)}}}@media (prefers-color-scheme:dark){{:root{{{Variables(Palette.Dark)}}}}}@media print{{:root{{{Variables(Palette.Light)}}}}}"
            + $".chart{{display:block;width:100%;height:auto}}.chart polyline{{stroke-linejoin:round}}.chart .hollow{{fill:var(--c-page)}}{classes}";
    }
}
