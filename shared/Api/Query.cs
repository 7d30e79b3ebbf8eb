using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>
/// The query of a request, held against what its route takes. An unknown or repeated name is refused: a misspelt
/// <c>?scop=</c> that was ignored would answer another question than the one asked.
/// </summary>
internal sealed class Query
{
    private readonly IQueryCollection _values;

    public Query(HttpRequest request, Route route)
    {
        _values = request.Query;
        var taken = Taken(route);
        foreach (var (name, values) in _values)
        {
            if (!taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ProblemException(Problems.UnknownParameter(name, values.ToString(), taken));
            }

            if (values.Count > 1)
            {
                throw new ProblemException(Problems.InvalidParameter(name, values.ToString(), $"'{Problems.Clean(name)}' is given more than once.", "one value"));
            }
        }
    }

    public static IReadOnlyList<string> Taken(Route route) => [.. route.Parameters.Where(p => p.In == "query").Select(p => p.Name)];

    /// <summary>For a route that reads nothing from the query, or has read it.</summary>
    public static void RefuseUnknown(HttpRequest request, Route route) => _ = new Query(request, route);

    /// <summary>Null when absent; an empty one is refused by what reads it.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Where the page before ended; null for the first page.</summary>
    public string? Cursor() => Text("cursor") is { Length: 0 or > Routes.LongestCursor } unusable
        ? throw Refused("cursor", unusable, "what the previous page gave as cursor", ["cursor of the previous page"])
        : Text("cursor");

    public string? OneOf(string name, IReadOnlyList<string> accepted)
    {
        var text = Text(name);
        return text is null || accepted.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Refused(name, text, string.Join(" or ", accepted), accepted);
    }

    public DateOnly? Day(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        // A year before and a period after every day must still be days.
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1904 and <= 9990
            ? day
            : throw Refused(name, text, "a day from 1904 on, such as 2026-11-16", ["yyyy-MM-dd"]);
    }

    public int? Number(string name, int least, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refused(name, text, $"a whole number from {Words.Of(least)} to {Words.Of(most)}", [$"{Words.Of(least)} to {Words.Of(most)}"]);
    }

    public static ProblemException Refused(string field, string value, string accepted, IReadOnlyList<string> list) =>
        new(Problems.InvalidParameter(field, value, $"'{Problems.Clean(value)}' is not accepted for {field}; {accepted} is.", list));
}
