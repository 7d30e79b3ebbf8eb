using System.Globalization;

namespace SalesReports.Documents.Xlsx;

/// <summary>A table's columns have different, non-empty names, whatever the case.</summary>
internal static class UniqueHeaders
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string> headers)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<string>();
        foreach (var header in headers)
        {
            var name = header.Length > 0 ? header : "–";
            for (var number = 2; !seen.Add(name); number++)
            {
                name = $"{header} {number.ToString(CultureInfo.InvariantCulture)}";
            }

            unique.Add(name);
        }

        return unique;
    }
}
