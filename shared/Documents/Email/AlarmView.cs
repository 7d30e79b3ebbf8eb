using SalesReports.Documents.Wording;
using SalesReports.Kpis.Alarms;
using SalesReports.Measures;

namespace SalesReports.Documents.Email;

/// <summary>A volume alarm put into words of one language; every text in it is one line, bounded, and not yet encoded for HTML.</summary>
public sealed record AlarmView
{
    public required Words Words { get; init; }

    public required string Company { get; init; }

    /// <summary>Such as <c>24 November 2026</c>, with the scope where it is not the company.</summary>
    public required string When { get; init; }

    /// <summary>Such as <c>Accounts down: 3 · €41k missing</c>.</summary>
    public required string Headline { get; init; }

    public required IReadOnlyList<AlarmRow> Rows { get; init; }

    /// <summary>How many are not in the list; null when all are.</summary>
    public required string? More { get; init; }

    public static AlarmView Of(VolumeAlarm alarm, string language, Theme theme)
    {
        var (words, currency) = (Words.For(language), Currency.Parse(alarm.Currency));
        return new AlarmView
        {
            Words = words,
            Company = PlainText.Line(theme.CompanyName),
            When = ScopeOf(alarm.Scope, words) is { } scope ? $"{words.Dates.Day(alarm.Day)} · {scope}" : words.Dates.Day(alarm.Day),
            Headline = words.Say("alarm.headline", words.Numbers.Count(alarm.Count), words.Numbers.BriefMoney(alarm.Missing, currency)),
            Rows = [.. alarm.Accounts.Select(account => new AlarmRow(
                PlainText.Line(account.Name, 80), account.Owner is { } owner ? PlainText.Line(owner, 60) : words.Nothing, words.Numbers.ShortMoney(account.Last90Days, currency),
                words.Numbers.ShortMoney(account.Base, currency), words.Numbers.ShortMoney(account.Missing, currency), words.Dates.Day(account.LastOrder)))],
            More = alarm.Count > alarm.Accounts.Count ? words.Say("alarm.more", words.Numbers.Count(alarm.Count - alarm.Accounts.Count)) : null,
        };
    }

    private static string? ScopeOf(string scope, Words words) => scope.Split(':', 2) switch
    {
        ["team", var team] => $"{words.Team} {PlainText.Line(team, 60)}",
        ["rep", var rep] => $"{words.Rep} {PlainText.Line(rep, 60)}",
        _ => null,
    };
}

/// <summary>One account in words.</summary>
public sealed record AlarmRow(string Account, string Owner, string Last90Days, string Base, string Missing, string LastOrder);
