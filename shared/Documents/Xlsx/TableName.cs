namespace SalesReports.Documents.Xlsx;

/// <summary>A table's name: letters, digits and underscores, not like a cell's address, unique through its ids.</summary>
internal static class TableName
{
    public static string Of(string section, string table)
    {
        var id = table.StartsWith(section, StringComparison.Ordinal) ? table : $"{section}.{table}";
        return "t_" + string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
    }
}
