using SalesReports.Calendar;
using SalesReports.Sources.Csv.Kinds;
using SalesReports.Sources.Csv.Mapping;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv;

/// <summary>A file that is ready to be read as a kind: its shape, its header and where every canonical column comes from.</summary>
internal sealed record Table
{
    public required ImportKind Kind { get; init; }

    public required string File { get; init; }

    public required FileShape Shape { get; init; }

    public required FileHeader Header { get; init; }

    /// <summary>By canonical name; columns that nothing feeds are absent.</summary>
    public required IReadOnlyDictionary<string, ColumnPlan> Columns { get; init; }

    public required NumberText Numbers { get; init; }

    public required DateText Dates { get; init; }

    public required BusinessZone Zone { get; init; }
}

/// <param name="Label">What the file calls it.</param>
internal sealed record ColumnPlan(string Label, Feed Feed, IReadOnlyDictionary<string, string>? Values, string Default)
{
    public string Read(string[] cells) => Given(cells) is { Length: > 0 } text ? text : Default;

    /// <summary>The text after the value map, before the default.</summary>
    public string Given(string[] cells)
    {
        var text = Feed.Read(cells);
        return Values is not null && Values.TryGetValue(text, out var known) ? known : text;
    }
}
