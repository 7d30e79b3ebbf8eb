using System.Globalization;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv.Mapping;

/// <summary>
/// What a mapping writes for a column: the name of a source column, or <c>A + ' ' + B</c> (texts one after the other), or
/// <c>A * B * 0.9</c> (numbers multiplied). Nothing else is understood on purpose.
/// </summary>
public static class Expression
{
    private const string Accepted = "a column, texts and columns joined by +, or columns and numbers joined by * are accepted";

    /// <summary>Gives the feed, or in <paramref name="wrong"/> what cannot be understood.</summary>
    public static Feed? Read(string text, FileHeader header, NumberText numbers, out string? wrong)
    {
        wrong = null;
        if (header.IndexOf(text) is >= 0 and var index)
        {
            return new ColumnFeed(index);
        }

        var (parts, operators) = Split(text);
        if (operators.Count == 0)
        {
            wrong = $"'{text}' is not a column of {header.File}, which has {header.Names}";
            return null;
        }

        if (operators.Count > 1 || parts.Contains(""))
        {
            wrong = $"'{text}' is not understood; {Accepted}";
            return null;
        }

        return operators.Contains('+') ? Concatenation(parts, header, out wrong) : Product(parts, header, numbers, out wrong);
    }

    private static ConcatenationFeed? Concatenation(IReadOnlyList<string> parts, FileHeader header, out string? wrong)
    {
        wrong = parts.Where(part => !IsLiteral(part) && header.IndexOf(part) < 0)
            .Select(part => $"'{part}' is not a column of {header.File}, which has {header.Names}").FirstOrDefault();
        return wrong is null
            ? new ConcatenationFeed([.. parts.Select(part => IsLiteral(part) ? (-1, part[1..^1]) : (header.IndexOf(part), ""))])
            : null;
    }

    private static ProductFeed? Product(IReadOnlyList<string> parts, FileHeader header, NumberText numbers, out string? wrong)
    {
        wrong = null;
        var factors = new List<(int Index, decimal Factor)>();
        foreach (var part in parts)
        {
            var index = header.IndexOf(part);
            var factor = 1m;
            if (index < 0 && !decimal.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out factor))
            {
                wrong = $"'{part}' is neither a number nor a column of {header.File}, which has {header.Names}";
                return null;
            }

            factors.Add((index, factor));
        }

        return new ProductFeed(factors, numbers);
    }

    private static bool IsLiteral(string part) => part.Length >= 2 && part[0] == '\'' && part[^1] == '\'';

    /// <summary>Cuts at + and * outside single quotes.</summary>
    private static (IReadOnlyList<string> Parts, IReadOnlySet<char> Operators) Split(string text)
    {
        var parts = new List<string>();
        var operators = new HashSet<char>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            quoted ^= text[at] == '\'';
            if (!quoted && text[at] is ('+' or '*'))
            {
                parts.Add(text[start..at].Trim());
                operators.Add(text[at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return (parts, operators);
    }
}
