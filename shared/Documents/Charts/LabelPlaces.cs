namespace SalesReports.Documents.Charts;

/// <summary>Moves labels apart that would lie on each other, keeping their order and staying as near as possible.</summary>
internal static class LabelPlaces
{
    /// <param name="wanted">Where each label would stand alone.</param>
    /// <returns>In the order of <paramref name="wanted"/>, at least <paramref name="distance"/> apart and between top and bottom, as far as there is room.</returns>
    public static IReadOnlyList<float> Apart(IReadOnlyList<float> wanted, float distance, float top, float bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        var step = Math.Min(distance, wanted.Count > 1 ? (bottom - top) / (wanted.Count - 1) : distance);
        var placed = new float[wanted.Count];
        var least = top;
        foreach (var i in order)
        {
            placed[i] = Math.Max(wanted[i], least);
            least = placed[i] + step;
        }

        var most = bottom;
        foreach (var i in Enumerable.Reverse(order))
        {
            placed[i] = Math.Min(placed[i], most);
            most = placed[i] - step;
        }

        return placed;
    }
}
