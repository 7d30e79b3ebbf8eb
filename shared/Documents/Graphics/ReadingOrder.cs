using System.Globalization;
using System.Text;

namespace SalesReports.Documents.Graphics;

/// <summary>
/// The pieces of one line of mixed text from the left to the right. Source: Unicode Standard Annex 9, without explicit
/// embeddings, which text from outside has lost before (<see cref="Wording.PlainText"/>).
/// </summary>
internal static class ReadingOrder
{
    private enum Kind
    {
        Left,
        Right,
        Digit,

        /// <summary>Takes the kind of what stands before.</summary>
        Mark,

        /// <summary>Part of a number between two digits, such as a point.</summary>
        Separator,

        /// <summary>Part of a number beside a digit, such as a percent sign.</summary>
        Unit,
        Neutral,
    }

    /// <summary>True when a letter of the text is written from the right.</summary>
    public static bool HasRightToLeft(string text) => text.EnumerateRunes().Any(rune => KindOf(rune) == Kind.Right);

    /// <summary>A line whose only letters run from the right runs from the right as a whole.</summary>
    public static IReadOnlyList<DirectedPiece> Of(string text)
    {
        var (starts, kinds) = Read(text);
        if (kinds.Count == 0)
        {
            return [];
        }

        var start = kinds.Contains(Kind.Right) && !kinds.Contains(Kind.Left) ? 1 : 0;
        var levels = Levels(Resolved(kinds, start), start);
        var pieces = new List<(int Level, DirectedPiece Piece)>();
        for (var i = 0; i < levels.Length; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Length;
            if (i > 0 && levels[i] == levels[i - 1])
            {
                var (level, piece) = pieces[^1];
                pieces[^1] = (level, piece with { Length = end - piece.Start });
            }
            else
            {
                pieces.Add((levels[i], new DirectedPiece(starts[i], end - starts[i], levels[i] % 2 == 1)));
            }
        }

        return InSight(pieces);
    }

    /// <summary>Rule L2: from the highest level down, what lies at it or above is turned round.</summary>
    private static IReadOnlyList<DirectedPiece> InSight(List<(int Level, DirectedPiece Piece)> pieces)
    {
        for (var level = pieces.Max(piece => piece.Level); level >= 1; level--)
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                var count = pieces.Skip(i).TakeWhile(piece => piece.Level >= level).Count();
                pieces.Reverse(i, count);
                i += count;
            }
        }

        return [.. pieces.Select(piece => piece.Piece)];
    }

    private static (List<int> Starts, List<Kind> Kinds) Read(string text)
    {
        var (starts, kinds) = (new List<int>(), new List<Kind>());
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            kinds.Add(kind != Kind.Mark ? kind : kinds.Count == 0 ? Kind.Neutral : kinds[^1]);
            starts.Add(at);
            at += rune.Utf16SequenceLength;
        }

        return (starts, kinds);
    }

    private static Kind KindOf(Rune rune) => (rune.Value, Rune.GetUnicodeCategory(rune)) switch
    {
        (_, UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) => Kind.Mark,
        (_, UnicodeCategory.DecimalDigitNumber) => Kind.Digit,
        ((>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF), _) => Kind.Right,
        ('.' or ',' or ':' or '/' or '+' or '-' or '\u2212' or '\u00A0', _) => Kind.Separator,
        ('%' or '#' or '°' or '‰', _) or (_, UnicodeCategory.CurrencySymbol) => Kind.Unit,
        _ => Rune.IsLetterOrDigit(rune) ? Kind.Left : Kind.Neutral,
    };

    /// <summary>Rules W and N: only left, right and digit are left over.</summary>
    private static Kind[] Resolved(List<Kind> kinds, int start)
    {
        Kind[] resolved = [.. kinds];
        for (var i = 1; i + 1 < resolved.Length; i++)
        {
            if (resolved[i] == Kind.Separator && resolved[i - 1] == Kind.Digit && resolved[i + 1] == Kind.Digit)
            {
                resolved[i] = Kind.Digit;
            }
        }

        Spread(resolved, Kind.Unit, 1);
        Array.Reverse(resolved);
        Spread(resolved, Kind.Unit, 1);
        Array.Reverse(resolved);
        var strong = start == 1 ? Kind.Right : Kind.Left;
        for (var i = 0; i < resolved.Length; i++)
        {
            strong = resolved[i] is Kind.Left or Kind.Right ? resolved[i] : strong;
            resolved[i] = resolved[i] == Kind.Digit && strong == Kind.Left ? Kind.Left : resolved[i];
        }

        return Neutrals(resolved, start == 1 ? Kind.Right : Kind.Left);
    }

    /// <summary>What stands beside a digit belongs to the number.</summary>
    private static void Spread(Kind[] kinds, Kind wanted, int from)
    {
        for (var i = from; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] == wanted && kinds[i - 1] == Kind.Digit ? Kind.Digit : kinds[i];
        }
    }

    /// <summary>Between two texts of one direction a neutral follows them, else the line.</summary>
    private static Kind[] Neutrals(Kind[] kinds, Kind line)
    {
        static bool IsOpen(Kind kind) => kind is Kind.Neutral or Kind.Separator or Kind.Unit;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (!IsOpen(kinds[i]))
            {
                continue;
            }

            var end = Array.FindIndex(kinds, i, kind => !IsOpen(kind));
            var before = i == 0 ? line : kinds[i - 1] == Kind.Left ? Kind.Left : Kind.Right;
            var after = end < 0 ? line : kinds[end] == Kind.Left ? Kind.Left : Kind.Right;
            Array.Fill(kinds, before == after ? before : line, i, (end < 0 ? kinds.Length : end) - i);
        }

        return kinds;
    }

    private static int[] Levels(Kind[] kinds, int start) =>
        [.. kinds.Select(kind => kind switch { Kind.Left => start == 0 ? 0 : 2, Kind.Right => 1, _ => 2 })];
}

/// <param name="Start">In the text, as it is read.</param>
internal sealed record DirectedPiece(int Start, int Length, bool IsRightToLeft);
