using CsCheck;
using SalesReports.Documents.Graphics;
using SkiaSharp;

namespace SalesReports.Tests.Documents.Graphics;

public sealed class ReadingOrderTests
{
    /// <summary>Capitals stand for Hebrew letters, as in the examples of the Unicode standard.</summary>
    [Theory]
    [InlineData("car is THE CAR in arabic", "car is |RAC EHT| in arabic")]
    [InlineData("THE CAR", "RAC EHT")]
    [InlineData("ABC 123", "123| CBA")]
    [InlineData("total ABC 15 %", "total |15| CBA| %")]
    [InlineData("ABC 12.5", "12.5| CBA")]
    [InlineData("plain 12.5 %", "plain 12.5 %")]
    [InlineData("", "")]
    public void Pieces_stand_as_they_are_seen_from_the_left(string text, string seen) => Assert.Equal(seen, Seen(text));

    [Fact]
    public void No_letter_is_lost_or_doubled_whatever_is_mixed() => Gen.String[Gen.Char["abאבج12 .,%€()-😀\u0301"], 0, 40].Sample(text =>
    {
        var pieces = ReadingOrder.Of(text);
        Assert.Equal(Enumerable.Range(0, text.Length), pieces.SelectMany(piece => Enumerable.Range(piece.Start, piece.Length)).Order());
    });

    [Fact]
    public void Joined_letters_take_other_forms_than_alone()
    {
        var joined = Shaping.Of("ححح", Typefaces.Arabic, isRightToLeft: true);
        Assert.Equal(3, joined.Glyphs.Distinct().Count());
        Assert.DoesNotContain((ushort)0, joined.Glyphs);
    }

    [Theory]
    [InlineData("株式会社サンプル", 1)]
    [InlineData("😀🎉 Fête", 6)]
    [InlineData("👩\u200D💻", 1)]
    public void What_no_font_has_is_one_mark_and_keeps_its_text(string text, int letters)
    {
        Assert.Equal(letters, ShapedLine.Of(text, Typefaces.Regular).Glyphs);
        var mark = TextFit.Width(ShapedLine.Mark, new Style(Typefaces.Regular, 10, Tone.Text));
        Assert.True(TextFit.Width(text, new Style(Typefaces.Regular, 10, Tone.Text)) < mark + (letters * 6));
    }

    [Fact]
    public void A_line_is_as_wide_as_it_is_drawn()
    {
        using var surface = SKSurface.Create(new SKImageInfo(400, 60));
        surface.Canvas.Clear(SKColors.White);
        using var font = TextFit.FontOf(Typefaces.Regular, 20);
        using var paint = new SKPaint { Color = SKColors.Black };
        const string text = "שלום العربية 12";
        TextFit.Draw(surface.Canvas, text, 10, 40, font, paint);
        using var image = surface.Snapshot();
        using var picture = SKBitmap.FromImage(image);
        var inked = Enumerable.Range(0, 400).Where(x => Enumerable.Range(0, 60).Any(y => picture.GetPixel(x, y).Red < 128)).ToList();
        Assert.InRange(inked[^1], 10 + (TextFit.Width(text, font) * 0.9), 12 + TextFit.Width(text, font));
    }

    private static string Seen(string text)
    {
        var hebrew = string.Concat(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)('\u05D0' + letter - 'A') : letter));
        return string.Join('|', ReadingOrder.Of(hebrew).Select(piece => text.Substring(piece.Start, piece.Length)).Zip(ReadingOrder.Of(hebrew), (part, piece) =>
            piece.IsRightToLeft ? string.Concat(part.Reverse()) : part));
    }
}
