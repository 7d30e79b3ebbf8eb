using UglyToad.PdfPig.Content;

namespace SalesReports.Tests.Documents.Pdf;

/// <summary>Whether the text of a page stays between its margins and every line, and every part of a line, stands free.</summary>
internal static class HeldText
{
    private const double Touch = 0.6;

    public static void Holds(Page page)
    {
        var letters = page.Letters.Where(letter => letter.Value.Trim().Length > 0).ToList();
        Assert.All(letters, letter =>
        {
            Assert.InRange(letter.StartBaseLine.X, 30, page.Width - 30);
            Assert.InRange(letter.EndBaseLine.X, 30, page.Width - 30);
            Assert.InRange(letter.StartBaseLine.Y, 15, page.Height - 15);
        });
        Assert.Empty(InEachOther([.. letters.OrderByDescending(letter => letter.StartBaseLine.Y)]).Select(Told));
        Assert.Empty(OnEachOther(letters).Select(Told));
    }

    private static string Told((Letter One, Letter Other) pair) =>
        $"'{pair.One.Value}' at {pair.One.StartBaseLine.X:0.0}, {pair.One.StartBaseLine.Y:0.0} and '{pair.Other.Value}' at {pair.Other.StartBaseLine.X:0.0}, {pair.Other.StartBaseLine.Y:0.0}";

    /// <summary>Letters that another line, less than a line's height lower, runs through.</summary>
    private static IEnumerable<(Letter One, Letter Other)> InEachOther(List<Letter> fromTheTop)
    {
        for (var i = 0; i < fromTheTop.Count; i++)
        {
            var upper = fromTheTop[i];
            foreach (var lower in fromTheTop.Skip(i + 1).TakeWhile(lower => upper.StartBaseLine.Y - lower.StartBaseLine.Y < 20))
            {
                if (upper.StartBaseLine.Y - lower.StartBaseLine.Y is > 0.5 and var distance && distance < 0.7 * lower.PointSize
                    && Math.Min(upper.EndBaseLine.X, lower.EndBaseLine.X) - Math.Max(upper.StartBaseLine.X, lower.StartBaseLine.X) > 0.5)
                {
                    yield return (upper, lower);
                }
            }
        }
    }

    /// <summary>Letters of one line that begin before the one to their left has ended; marks, which have no width, stand on their letter.</summary>
    private static IEnumerable<(Letter One, Letter Other)> OnEachOther(IEnumerable<Letter> letters) =>
        from line in letters.Where(letter => letter.Width > Touch).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1))
        let fromTheLeft = line.OrderBy(letter => letter.StartBaseLine.X).ToList()
        from pair in fromTheLeft.Zip(fromTheLeft.Skip(1))
        where pair.First.EndBaseLine.X - pair.Second.StartBaseLine.X > Touch
        select (pair.First, pair.Second);
}
