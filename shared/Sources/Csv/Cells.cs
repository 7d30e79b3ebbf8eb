using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Measures;
using SalesReports.Sources.Csv.Mapping;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv;

/// <summary>
/// One row seen through its mapping, column by canonical column. A cell that cannot be read sets <see cref="Refusal"/> and
/// gives nothing: read all columns, then look. Only the first refusal is kept.
/// </summary>
internal sealed class Cells(Table table, long line, string[] raw, string? fault)
{
    private const int LongestId = 200;
    private const int LongestText = 4_000;

    public Table Table => table;

    public long Line => line;

    public string[] Raw => raw;

    /// <summary>What is wrong with the shape of the row, if anything.</summary>
    public string? Fault => fault;

    public Refusal? Refusal { get; private set; } = fault is null ? null : new Refusal(null, null, fault);

    /// <summary>Did the file itself, not a default, say something here?</summary>
    public bool Says(string column) => table.Columns.TryGetValue(column, out var plan) && plan.Given(raw).Length > 0;

    public void Refuse(string column, string reason)
    {
        var plan = table.Columns.GetValueOrDefault(column);
        Refusal ??= new Refusal(plan?.Label ?? column, plan is null ? null : plan.Feed.Read(raw), reason);
    }

    public void Refuse(string reason) => Refusal ??= new Refusal(null, null, reason);

    /// <summary>Spaces around it are dropped; it may not be longer than 200 characters nor hold control characters.</summary>
    public string? Id(string column)
    {
        var text = Get(column);
        if (text is not null && (text.Length > LongestId || text.Any(char.IsControl)))
        {
            Refuse(column, $"{column} must be at most {LongestId} characters without control characters.");
            return null;
        }

        return text;
    }

    /// <summary>At most 4,000 characters; control characters other than tab and line feed are dropped.</summary>
    public string? Text(string column)
    {
        var text = Get(column);
        if (text is { Length: > LongestText })
        {
            Refuse(column, $"{column} must be at most {LongestText:N0} characters.");
            return null;
        }

        return text is not null && text.Any(IsUnwanted) ? string.Concat(text.Where(character => !IsUnwanted(character))) is { Length: > 0 } clean ? clean : null : text;
    }

    public decimal? Number(string column)
    {
        if (Get(column) is not { } text)
        {
            return null;
        }

        if (table.Numbers.TryParse(text, out var number) && Math.Abs(number) < NumberText.Limit)
        {
            return number;
        }

        Refuse(column, $"{column} is not a number; write it like {table.Numbers.Example}, below 10^15.");
        return null;
    }

    /// <summary>A number within bounds, both included.</summary>
    public decimal? Number(string column, decimal least, decimal most)
    {
        var number = Number(column);
        if (number < least || number > most)
        {
            Refuse(column, FormattableString.Invariant($"{column} must lie between {least} and {most}."));
            return null;
        }

        return number;
    }

    public long? Count(string column, long least, long most)
    {
        var number = Number(column, least, most);
        if (number is { } value && value != decimal.Truncate(value))
        {
            Refuse(column, $"{column} must be a whole number.");
            return null;
        }

        return (long?)number;
    }

    public Moment? When(string column)
    {
        if (Get(column) is not { } text)
        {
            return null;
        }

        if (table.Dates.TryParse(text, out var moment))
        {
            return moment;
        }

        Refuse(column, $"{column} is not a date from 1900 to 2100; write it like {table.Dates.Accepted}.");
        return null;
    }

    public DateOnly? Day(string column) => When(column)?.Day;

    /// <summary>The instant; a day alone is its first moment in the business zone.</summary>
    public DateTimeOffset? Instant(string column) => When(column) is { } moment ? moment.Instant ?? table.Zone.StartOf(moment.Day) : null;

    public bool? Flag(string column)
    {
        switch (Get(column)?.ToUpperInvariant())
        {
            case null:
                return null;
            case "TRUE" or "1" or "YES" or "OUI":
                return true;
            case "FALSE" or "0" or "NO" or "NON":
                return false;
            default:
                Refuse(column, $"{column} is not a yes or no; true, false, 1, 0, yes, no, oui and non are accepted.");
                return null;
        }
    }

    public Currency? Money(string column)
    {
        if (Get(column) is not { } text)
        {
            return null;
        }

        if (Currency.TryParse(text, out var currency))
        {
            return currency;
        }

        Refuse(column, $"{column} is not a currency; three letters such as EUR are accepted.");
        return null;
    }

    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Get(column) is not { } text)
        {
            return null;
        }

        if (Choices<T>.ByName.TryGetValue(text, out var choice))
        {
            return choice;
        }

        Refuse(column, $"{column} is not known; {string.Join(", ", Choices<T>.ByName.Keys)} are accepted.");
        return null;
    }

    /// <summary>Refuses the row when the column is empty.</summary>
    public T Need<T>(T? value, string column)
        where T : struct
    {
        if (value is null)
        {
            Refuse(column, $"{column} is empty; it is required.");
        }

        return value.GetValueOrDefault();
    }

    /// <inheritdoc cref="Need{T}(T?, string)"/>
    public string Need(string? value, string column)
    {
        if (string.IsNullOrEmpty(value))
        {
            Refuse(column, $"{column} is empty; it is required.");
        }

        return value ?? "";
    }

    private static bool IsUnwanted(char character) => char.IsControl(character) && character is not ('\t' or '\n');

    private string? Get(string column)
    {
        if (!table.Columns.TryGetValue(column, out var plan))
        {
            return null;
        }

        var text = plan.Read(raw);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            Refuse(column, $"{column} holds bytes that are not {table.Shape.Encoding.WebName} text; save the file as UTF-8 or declare its encoding.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private static class Choices<T>
        where T : struct, Enum
    {
        public static Dictionary<string, T> ByName { get; } =
            Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);
    }
}
