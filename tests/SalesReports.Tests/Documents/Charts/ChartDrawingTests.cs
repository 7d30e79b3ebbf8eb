using System.Xml.Linq;
using CsCheck;
using SalesReports.Documents.Charts;
using SalesReports.Documents.Content;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Tests.Documents.Charts;

public sealed class ChartDrawingTests
{
    private const float Slack = 0.02f;
    private static readonly Gen<(ChartData Data, float Width, float Height)> _sized = Gen.Select(AnyChart.Data, Gen.Float[120, 640], Gen.Float[60, 260]);

    private static readonly Gen<decimal> _cents = Gen.Int[-100_000_000, 100_000_000].Select(cents => cents / 100m);

    [Fact]
    public void Every_mark_lies_inside_the_box_whatever_the_values() => _sized.Sample(chart =>
    {
        var drawing = Draw(chart);
        Assert.All(drawing.Marks.SelectMany(Corners), corner =>
        {
            Assert.InRange(corner.X, -Slack, chart.Width + Slack);
            Assert.InRange(corner.Y, -Slack, chart.Height + Slack);
        });
    });

    [Fact]
    public void Names_and_numbers_never_lie_on_each_other() => _sized.Sample(chart =>
    {
        var texts = Draw(chart).Marks.OfType<TextMark>().ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                Assert.False(OnEachOther(texts[i], texts[j]), $"{chart.Data.GetType().Name} {chart.Width}×{chart.Height}: '{texts[i].Text}' lies on '{texts[j].Text}'.");
            }
        }
    });

    [Fact]
    public void A_waterfall_goes_step_by_step_from_one_total_to_the_other() =>
        Gen.Select(_cents, _cents.List[0, 9]).Sample((from, steps) =>
        {
            var data = Waterfall(from, steps, from + steps.Sum());
            var levels = WaterfallChart.Levels(data);
            Assert.Equal(from, levels[0].After);
            Assert.Equal(from + steps.Sum(), levels[^1].After);
            Assert.Equal(levels[^1].After, levels[^2].After);
            Assert.All(steps.Index(), step => Assert.Equal(step.Item, levels[step.Index + 1].After - levels[step.Index + 1].Before));
        });

    [Fact]
    public void A_waterfall_that_is_a_cent_short_is_not_drawn() =>
        Assert.Throws<ArgumentException>(() => Draw((Waterfall(100, [20], 119.99m), 300, 120)));

    [Fact]
    public void A_cut_axis_breaks_both_totals_and_nothing_else()
    {
        var breaks = Draw((Waterfall(4970, [140, -290], 4820), 300, 120)).Marks.OfType<PolylineMark>().Where(line => line.Tone == Tone.Page).ToList();
        Assert.Equal(4, breaks.Count);
        Assert.All(breaks, line => Assert.True(line.Points[0].X < 75 || line.Points[0].X > 225));
        Assert.Empty(Draw((Waterfall(100, [900], 1000), 300, 120)).Marks.OfType<PolylineMark>());
    }

    [Fact]
    public void Bars_stand_on_zero_as_high_as_their_value() => _cents.List[1, 20].Sample(values =>
    {
        var bars = Draw((new BarsData([.. values.Select((value, i) => new ChartValue($"{i}", value, ""))]) { Unit = "€", UnitSize = 1 }, 300, 140)).Marks.OfType<RectMark>().ToList();
        var zero = values[0] >= 0 ? bars[0].Y + bars[0].Height : bars[0].Y;
        var longest = values.Select(Math.Abs).Max();
        var scale = longest == 0 ? 0 : bars[values.Select(Math.Abs).ToList().IndexOf(longest)].Height / (float)longest;
        Assert.All(values.Index(), value =>
        {
            var bar = bars[value.Index];
            Assert.Equal(zero, value.Item >= 0 ? bar.Y + bar.Height : bar.Y, 0.05f);
            Assert.Equal((float)Math.Abs(value.Item) * scale, bar.Height, 0.1f);
        });
    });

    [Fact]
    public void Only_the_current_bar_and_a_status_have_colour()
    {
        IReadOnlyList<ChartValue> values = [new("S45", 1, ""), new("S46", 2, "", Colour: "red"), new("S47", 3, "", IsCurrent: true)];
        var tones = Draw((new BarsData(values) { Unit = "€", UnitSize = 1 }, 300, 140)).Marks.OfType<RectMark>().Select(bar => bar.Tone);
        Assert.Equal([Tone.History, Tone.Red, Tone.Current], tones);
    }

    [Fact]
    public void The_last_known_point_carries_its_value_and_no_other_does()
    {
        IReadOnlyList<ChartValue> values = [new("S45", 11, "11 €"), new("S46", 23, "23 €"), new("S47", null, "–", IsCurrent: true)];
        var texts = Draw((new BarsData(values) { Unit = "€", UnitSize = 1 }, 300, 140)).Marks.OfType<TextMark>().Select(text => text.Text).ToList();
        Assert.Contains("23 €", texts);
        Assert.DoesNotContain("11 €", texts);
        Assert.DoesNotContain("–", texts);
    }

    [Fact]
    public void Classes_of_a_pareto_are_named_over_their_part_and_a_single_one_is_not()
    {
        IReadOnlyList<ChartValue> values = [new("a", 8, ""), new("b", 1, ""), new("c", 1, "")];
        ParetoData Pareto(params ParetoClass[] classes) => new(values, [0.8m, 0.9m, 1m], classes) { Unit = "€", UnitSize = 1 };
        var names = Draw((Pareto(new("Class A", 1), new("Class B", 3)), 300, 140)).Marks.OfType<TextMark>().Where(text => text.Text.StartsWith("Class", StringComparison.Ordinal)).ToList();
        Assert.Equal(["Class A", "Class B"], names.Select(name => name.Text));
        var end = Draw((Pareto(new("Class A", 1), new("Class B", 3)), 300, 140)).Marks.OfType<LineMark>().Single(line => line.IsDashed);
        Assert.True(names[0].Right < end.X1 && names[1].Left > end.X1);
        Assert.DoesNotContain(Draw((Pareto(new ParetoClass("Class A", 3)), 300, 140)).Marks.OfType<TextMark>(), text => text.Text == "Class A");
    }

    [Fact]
    public void As_svg_every_text_says_how_wide_it_is_so_that_no_other_font_is_cut() => _sized.Sample(
        chart =>
        {
            var svg = XElement.Parse(ChartSvg.Of(new ChartBlock("c", "Title", "", chart.Data), "en", chart.Width, chart.Height));
            Assert.All(svg.Descendants().Where(element => element.Name.LocalName == "text"), text => Assert.InRange(float.Parse(text.Attribute("textLength")!.Value, System.Globalization.CultureInfo.InvariantCulture), 0, chart.Width + Slack));
        },
        iter: 40);

    [Fact]
    public void What_has_no_room_is_counted()
    {
        var many = new RankingData([.. Enumerable.Range(0, 200).Select(i => new ChartValue($"Rep {i}", 200 - i, ""))]) { Unit = "€", UnitSize = 1 };
        var texts = Draw((many, 300, 100)).Marks.OfType<TextMark>().Where(text => text.Anchor == TextAnchor.Start).Select(text => text.Text).ToList();
        Assert.Equal($"… +{200 - (texts.Count - 1)}", texts[^1]);
    }

    [Fact]
    public void No_chart_is_drawn_without_its_unit() =>
        Assert.Throws<ArgumentException>(() => Draw((new BarsData([]) { Unit = " ", UnitSize = 1 }, 300, 140)));

    [Fact]
    public void As_svg_it_is_well_formed_and_says_what_it_shows_with_hostile_text_inert() => _sized.Sample(
        chart =>
        {
            var block = new ChartBlock("a-chart", "<script>alert('x')</script>\u202Etitle", "Words & figures", chart.Data);
            var svg = ChartSvg.Of(block, "en", chart.Width, chart.Height);
            var element = XElement.Parse(svg);
            Assert.Equal("<script>alert('x')</script>title", element.Element("title")!.Value);
            Assert.Equal("a-chart-title a-chart-desc", element.Attribute("aria-labelledby")!.Value);
            Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', svg);
        },
        iter: 60);

    [Fact]
    public void As_a_picture_it_has_twice_the_size_and_the_ground_of_its_palette()
    {
        var chart = new ChartBlock("bars", "Revenue (k€)", "", new BarsData([new("W47", 3, "3", IsCurrent: true)]) { Unit = "k€", UnitSize = 1 });
        foreach (var (palette, ground) in new[] { (Palette.Light, "#ffffff"), (Palette.Dark, "#111827") })
        {
            using var picture = SkiaSharp.SKBitmap.Decode(ChartPng.Of(chart, "en", 300, 140, palette));
            Assert.Equal((600, 280), (picture.Width, picture.Height));
            var corner = picture.GetPixel(599, 0);
            Assert.Equal(ground, $"#{corner.Red:x2}{corner.Green:x2}{corner.Blue:x2}");
        }
    }

    private static ChartDrawing Draw((ChartData Data, float Width, float Height) chart) => ChartDrawing.Of(chart.Data, Words.French.Numbers, chart.Width, chart.Height);

    private static WaterfallData Waterfall(decimal from, IReadOnlyList<decimal> steps, decimal to) =>
        new(new ChartValue("From", from, ""), [.. steps.Select((step, i) => new ChartValue($"Step {i}", step, ""))], new ChartValue("To", to, "")) { Unit = "k€", UnitSize = 1 };

    private static bool OnEachOther(TextMark one, TextMark other) =>
        Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > 0.5f
        && Math.Abs(one.Y - other.Y) < 0.75f * Math.Min(one.Size, other.Size);

    private static IEnumerable<ChartPoint> Corners(Mark mark) => mark switch
    {
        RectMark rect => [new(rect.X, rect.Y), new(rect.X + rect.Width, rect.Y + rect.Height)],
        LineMark line => [new(line.X1, line.Y1), new(line.X2, line.Y2)],
        PolylineMark line => line.Points,
        AreaMark area => area.Outline,
        DotMark dot => [new(dot.X, dot.Y)],
        TextMark text => [new(text.Left, text.Y - (text.Size * 0.7f)), new(text.Right, text.Y)],
        _ => throw new ArgumentException(mark.GetType().Name, nameof(mark)),
    };
}
