using System.Text;
using SkiaSharp;

namespace SalesReports.Documents.Graphics;

/// <summary>
/// A line that the documents' own font cannot write alone: Hebrew and Arabic letters in their order and their joined forms, and one
/// mark for what no font has. The text goes into a page with its glyphs, so that it is found and copied as it was.
/// </summary>
internal sealed class ShapedLine
{
    /// <summary>Stands for a whole run of characters that no font of the documents has.</summary>
    public const string Mark = "◆";

    private readonly IReadOnlyList<ShapedRun> _runs;

    private ShapedLine(IReadOnlyList<ShapedRun> runs) => _runs = runs;

    /// <summary>In sizes of text.</summary>
    public float Width => _runs.Sum(run => run.Width);

    public int Glyphs => _runs.Sum(run => run.Glyphs.Length);

    public static ShapedLine Of(string text, SKTypeface face)
    {
        var line = text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);
        return new ShapedLine([.. ReadingOrder.Of(line).SelectMany(piece => Runs(line.Substring(piece.Start, piece.Length), piece.IsRightToLeft, face))]);
    }

    public void Draw(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        foreach (var run in _runs)
        {
            run.Draw(canvas, x, y, size, paint);
            x += run.Width * size;
        }
    }

    /// <summary>Parts of one font each, from the left.</summary>
    private static IEnumerable<ShapedRun> Runs(string text, bool isRightToLeft, SKTypeface face)
    {
        var parts = new List<(SKTypeface? Face, StringBuilder Text)>();
        foreach (var rune in text.EnumerateRunes())
        {
            var own = FaceOf(rune, face, parts.Count > 0 ? parts[^1].Face : null);
            var isFollower = parts.Count > 0 && own is null && IsSilent(rune);
            if (isFollower || (parts.Count > 0 && parts[^1].Face == own))
            {
                parts[^1].Text.Append(rune.ToString());
            }
            else
            {
                parts.Add((own, new StringBuilder(rune.ToString())));
            }
        }

        var runs = parts.Select(part => part.Face is { } known ? Shaping.Of(part.Text.ToString(), known, isRightToLeft) : Shaping.Mark(part.Text.ToString(), Mark, face));
        return isRightToLeft ? runs.Reverse() : runs;
    }

    /// <summary>The font of the line, the one of the text so far (spaces and digits inside it), else the first that has the letter.</summary>
    private static SKTypeface? FaceOf(Rune rune, SKTypeface face, SKTypeface? current)
    {
        if (current is not null && current.GetGlyph(rune.Value) != 0)
        {
            return current;
        }

        return new[] { face, Typefaces.Hebrew, Typefaces.Arabic }.FirstOrDefault(known => known.GetGlyph(rune.Value) != 0);
    }

    /// <summary>Marks on a letter and choices of its form, which are nothing by themselves.</summary>
    private static bool IsSilent(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
