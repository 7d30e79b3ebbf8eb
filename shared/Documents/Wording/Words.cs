using System.Globalization;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Wording;

/// <summary>Every fixed word of the documents in one language, with its formats. Two instances exist: <see cref="French"/> and <see cref="English"/>.</summary>
public sealed partial record Words
{
    private Words(string culture)
    {
        var info = CultureInfo.GetCultureInfo(culture);
        Language = info.TwoLetterISOLanguageName;
        Culture = culture;
        Numbers = new NumberWording(info);
        Dates = new DateWording(info);
    }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary><c>fr-FR</c> or <c>en-GB</c>.</summary>
    public string Culture { get; }

    public NumberWording Numbers { get; }

    public DateWording Dates { get; }

    public required string Colon { get; init; }

    public required string WeeklyTitle { get; init; }

    public required string MonthlyTitle { get; init; }

    public required string Green { get; init; }

    public required string Amber { get; init; }

    public required string Red { get; init; }

    public required string NoTarget { get; init; }

    /// <summary>There is a target, but the figure cannot be held against it.</summary>
    public required string NotJudged { get; init; }

    public required string Partial { get; init; }

    public required string Undefined { get; init; }

    public required string Nothing { get; init; }

    public required string NewFigure { get; init; }

    public required string Unchanged { get; init; }

    public required string Target { get; init; }

    public required string Versus { get; init; }

    public required string DataUpTo { get; init; }

    public required string Built { get; init; }

    public required string Revision { get; init; }

    public required string NoSource { get; init; }

    public required string Ready { get; init; }

    public required string Late { get; init; }

    public required string Failed { get; init; }

    public required string Never { get; init; }

    public required string SmallSample { get; init; }

    public required string Interval { get; init; }

    public required string And { get; init; }

    public required string Loaded { get; init; }

    public required string Paid { get; init; }

    public required string TimesCac { get; init; }

    public required string Median { get; init; }

    public required string Mean { get; init; }

    public required string EightyPercent { get; init; }

    public required string Metric { get; init; }

    public required string Previous { get; init; }

    public required string LastYear { get; init; }

    public required string WeeklyAverage { get; init; }

    public required string MonthlyAverage { get; init; }

    public required string YearToDate { get; init; }

    public required string Status { get; init; }

    public required string SevenMetrics { get; init; }

    public required string InFull { get; init; }

    public required string WeeklyHistory { get; init; }

    public required string MonthlyHistory { get; init; }

    public required string Missing { get; init; }

    public required string NothingMissing { get; init; }

    public required string Restated { get; init; }

    public required string Thresholds { get; init; }

    public required string TargetTick { get; init; }

    public required string Sources { get; init; }

    public required string Definitions { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public required string Scope { get; init; }

    public required string Company { get; init; }

    public required string Team { get; init; }

    public required string Rep { get; init; }

    public required string ContentsTitle { get; init; }

    public required string SummaryTitle { get; init; }

    public required string Findings { get; init; }

    public required string NoFinding { get; init; }

    public required string Decisions { get; init; }

    public required string NoDecision { get; init; }

    public required string PageWord { get; init; }

    public required string RowsOf { get; init; }

    public required string AttachedPdf { get; init; }

    public required string SubjectRevenue { get; init; }

    public required string OneAlert { get; init; }

    public required string ManyAlerts { get; init; }

    public string PageOf(int page, int pages) => $"{PageWord}\u00A0{Numbers.Count(page)}\u00A0/\u00A0{Numbers.Count(pages)}";

    /// <summary><c>25 lignes sur 200</c>.</summary>
    public string RowsShown(int shown, int all) => $"{Numbers.Count(shown)} {RowsOf} {Numbers.Count(all)}";

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <exception cref="ArgumentException">Another language.</exception>
    public static Words For(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => throw new ArgumentException($"Language '{PlainText.Line(language, 20)}' is not spoken here; 'fr' and 'en' are accepted.", nameof(language)),
    };
}
