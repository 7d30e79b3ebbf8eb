using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections;
using SalesReports.Measures;

namespace SalesReports.Documents.Content;

/// <summary>Values put into cells of one language: short for eyes, unrounded beside it. What is not known is “–” with a reason.</summary>
internal sealed class Cells(Words words, Currency currency)
{
    private const int LongestName = 80;
    private const int LongestText = 300;

    /// <summary>Ends a figure that is partial or made from few cases; a note explains it.</summary>
    public static string Flag { get; } = "\u00A0*";

    public Cell Of(Figure figure)
    {
        var reason = figure.ReasonText?.In(words.Language);
        var cell = figure.Unit switch
        {
            "ratio" => Ratio(figure.Value, reason),
            "days" => Days(figure.Value, reason),
            "hours" => Hours(figure.Value, reason),
            "count" => Count(figure.Value, reason),
            _ => Amount(figure.Value, Currency.Parse(figure.Unit), reason),
        };
        return figure.Value is not null && (figure.SmallSample || figure.Status == "partial") ? cell with { Text = cell.Text + Flag } : cell;
    }

    public Cell Money(decimal? value, string? reason = null) => Amount(value, currency, reason);

    public Cell SignedMoney(decimal? value, string? reason = null) => Known(value, ColumnKind.Money, amount => words.Numbers.SignedShortMoney(amount, currency), reason);

    public Cell Ratio(decimal? value, string? reason = null) => Known(value, ColumnKind.Ratio, words.Numbers.Percent, reason);

    public Cell Days(decimal? value, string? reason = null) => Known(value, ColumnKind.Days, words.Numbers.Days, reason);

    public Cell Hours(decimal? value, string? reason = null) => Known(value, ColumnKind.Hours, hours => words.Say("hours", words.Numbers.Plain(hours, 1)), reason);

    public Cell Count(decimal? value, string? reason = null) => Known(value, ColumnKind.Count, count => words.Numbers.Plain(count, 0), reason);

    public Cell SignedCount(int value) => new(words.Numbers.SignedCount(value), value, Unit: ColumnKind.Count);

    public Cell Factor(decimal? value, string? reason = null) => Known(value, ColumnKind.Factor, factor => words.Say("factor", words.Numbers.Plain(factor, 2)), reason);

    public Cell Day(DateOnly? value) => value is { } day ? new Cell(words.Dates.Day(day), Date: day) : Unknown(null);

    /// <summary>A name from outside; without one, the words for “no value”.</summary>
    public Cell Name(string? text) => new(PlainText.Line(text, LongestName) is { Length: > 0 } name ? name : words.Say("none"));

    /// <summary>A sentence or a list; nothing when there is none.</summary>
    public static Cell Text(string? text) => new(PlainText.Line(text, LongestText));

    public Cell YesNo(bool value) => new(words.Say(value ? "yes" : "no"));

    private Cell Amount(decimal? value, Currency unit, string? reason) => Known(value, ColumnKind.Money, amount => words.Numbers.ShortMoney(amount, unit), reason);

    private Cell Known(decimal? value, ColumnKind unit, Func<decimal, string> say, string? reason) => value is { } known ? new Cell(say(known), known, Unit: unit) : Unknown(reason);

    private Cell Unknown(string? reason) => new(words.Nothing, Reason: PlainText.Line(reason ?? words.Say("reason.none"), LongestText));
}
