using System.Globalization;

namespace SalesReports.Documents.Xlsx;

/// <summary>Names a workbook accepts: at most 31 characters, none of <c>[ ] : * ? / \</c>, no two alike.</summary>
internal static class SheetName
{
    private const int Longest = 31;

    public static string Of(string title, IReadOnlyCollection<string> taken)
    {
        var clean = Cut(string.Concat(title.Where(letter => !"[]:*?/\\'".Contains(letter))).Trim(), Longest);
        var name = clean.Length > 0 ? clean : "–";
        for (var number = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = $" {number.ToString(CultureInfo.InvariantCulture)}";
            name = Cut(clean, Longest - suffix.Length) + suffix;
        }

        return name;
    }

    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();
}
