using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>What a row weighs in the request that writes it: an entity group transaction holds 4 MiB.</summary>
internal static class WireSize
{
    /// <summary>Of the columns of all rows of a transaction; the margin to 4 MiB is for what stands around a hundred rows.</summary>
    public const int Most = 3_700_000;

    private const int NameAndType = 32;
    private const int Number = 16;

    public static int Of(TableEntity entity) => entity.Sum(column => column.Key.Length + NameAndType + column.Value switch
    {
        string text => Of(text),
        byte[] bytes => bytes.Length / 3 * 4,
        _ => Number,
    });

    /// <summary>The client escapes quotes and whatever is not plain Latin as <c>\u0022</c>.</summary>
    private static int Of(string text)
    {
        var size = text.Length;
        foreach (var character in text)
        {
            size += char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or ',' or ':' or '-' or '_' ? 0 : 5;
        }

        return size;
    }
}
