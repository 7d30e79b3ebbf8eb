namespace SalesReports.Api;

/// <summary>Pages of a list that is short enough to be read whole; the cursor is the last key of the page before.</summary>
internal static class Pages
{
    /// <param name="items">In the ordinal order of their keys.</param>
    /// <returns>The items after the cursor, and the cursor of the next page; null on the last.</returns>
    public static (IReadOnlyList<T> Items, string? Cursor) Of<T>(IEnumerable<T> items, Func<T, string> keyOf, Query query)
    {
        var after = query.Cursor();
        var take = query.Number("limit", 1, Routes.MostItems) ?? Routes.DefaultLimit;
        var page = items.Where(item => after is null || string.CompareOrdinal(keyOf(item), after) > 0).Take(take + 1).ToList();
        return page.Count > take ? (page[..take], keyOf(page[take - 1])) : (page, null);
    }
}
