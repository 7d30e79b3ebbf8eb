using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>One id in several rows of a file that has one row an id.</summary>
internal static class Duplicates
{
    /// <summary>The newest <c>updated_at</c> wins, one without any being oldest; among equals the row that stands last in the file.</summary>
    /// <param name="rows">In the order of the file.</param>
    public static T Resolve<T>(IEnumerable<T> rows)
        where T : Fact => rows.Aggregate((kept, next) => (next.ModifiedAt ?? DateTimeOffset.MinValue) >= (kept.ModifiedAt ?? DateTimeOffset.MinValue) ? next : kept);
}
