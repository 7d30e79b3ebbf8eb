using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv.Mapping;

/// <summary>Where the text of a canonical column comes from.</summary>
public abstract record Feed
{
    /// <summary>The text for a row, empty when there is none.</summary>
    public abstract string Read(string[] cells);

    protected static string Cell(string[] cells, int index)
    {
        var text = index < cells.Length ? cells[index].Trim() : "";
        return text == "NULL" ? "" : text;
    }
}

public sealed record ConstantFeed(string Text) : Feed
{
    public override string Read(string[] cells) => Text;
}

public sealed record ColumnFeed(int Index) : Feed
{
    public override string Read(string[] cells) => Cell(cells, Index);
}

/// <summary>Columns and literal texts one after the other; empty when all its columns are.</summary>
public sealed record ConcatenationFeed(IReadOnlyList<(int Index, string Literal)> Parts) : Feed
{
    public override string Read(string[] cells) => Parts.All(part => part.Index < 0 || Cell(cells, part.Index).Length == 0)
        ? ""
        : string.Concat(Parts.Select(part => part.Index < 0 ? part.Literal : Cell(cells, part.Index))).Trim();
}

/// <summary>Columns and numbers multiplied; empty when one of its columns is. A factor that is no number is handed on, to be refused by name.</summary>
public sealed record ProductFeed(IReadOnlyList<(int Index, decimal Factor)> Parts, NumberText Numbers) : Feed
{
    public override string Read(string[] cells)
    {
        var product = 1m;
        foreach (var (index, literal) in Parts)
        {
            var factor = literal;
            if (index >= 0)
            {
                var text = Cell(cells, index);
                if (text.Length == 0 || !Numbers.TryParse(text, out factor) || Math.Abs(factor) >= NumberText.Limit)
                {
                    return text;
                }
            }

            if (!NumberText.CanMultiply(product, factor))
            {
                return $"{product} * {factor}";
            }

            product *= factor;
        }

        return Numbers.Write(product);
    }
}

/// <summary>A column of another file, found by a key of this row.</summary>
/// <param name="Keys">The value map of the canonical column that the key's column also feeds: tried for keys not found as they stand.</param>
public sealed record JoinFeed(int Index, IReadOnlyDictionary<string, string> Table, IReadOnlyDictionary<string, string>? Keys) : Feed
{
    public override string Read(string[] cells)
    {
        var key = Cell(cells, Index);
        return Table.TryGetValue(key, out var taken) || (Keys is not null && Keys.TryGetValue(key, out var known) && Table.TryGetValue(known, out taken)) ? taken : "";
    }
}
