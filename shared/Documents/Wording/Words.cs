using System.Globalization;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Wording;

/// <summary>
/// Every fixed word of the documents in one language, with its formats. A language is one file of <c>Texts/</c>; it names the
/// culture that numbers and dates follow.
/// </summary>
public sealed class Words
{
    private readonly TextTable _texts;

    private Words(string language)
    {
        _texts = TextTable.Load(language);
        var info = CultureInfo.GetCultureInfo(_texts.Say("culture"));
        Language = language;
        Culture = info.Name;
        Numbers = new NumberWording(info);
        Dates = new DateWording(info);
    }

    public static Words French { get; } = new("fr");

    public static Words English { get; } = new("en");

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary><c>fr-FR</c> or <c>en-GB</c>.</summary>
    public string Culture { get; }

    public NumberWording Numbers { get; }

    public DateWording Dates { get; }

    public string Colon => Say("colon");

    public string WeeklyTitle => Say("weeklyTitle");

    public string MonthlyTitle => Say("monthlyTitle");

    public string Green => Say("green");

    public string Amber => Say("amber");

    public string Red => Say("red");

    public string NoTarget => Say("noTarget");

    /// <summary>There is a target, but the figure cannot be held against it.</summary>
    public string NotJudged => Say("notJudged");

    public string Partial => Say("partial");

    public string Undefined => Say("undefined");

    public string Nothing => Say("nothing");

    public string NewFigure => Say("newFigure");

    public string Unchanged => Say("unchanged");

    public string Target => Say("target");

    public string Versus => Say("versus");

    public string DataUpTo => Say("dataUpTo");

    public string Built => Say("built");

    public string Revision => Say("revision");

    public string NoSource => Say("noSource");

    public string Ready => Say("ready");

    public string Late => Say("late");

    public string Suspect => Say("suspect");

    public string Failed => Say("failed");

    public string Never => Say("never");

    public string SmallSample => Say("smallSample");

    public string Interval => Say("interval");

    public string And => Say("and");

    public string Loaded => Say("loaded");

    public string Paid => Say("paid");

    public string TimesCac => Say("timesCac");

    public string Median => Say("median");

    public string Mean => Say("mean");

    public string EightyPercent => Say("eightyPercent");

    public string Metric => Say("metric");

    public string Previous => Say("previous");

    public string LastYear => Say("lastYear");

    public string WeeklyAverage => Say("weeklyAverage");

    public string MonthlyAverage => Say("monthlyAverage");

    public string YearToDate => Say("yearToDate");

    public string Status => Say("status");

    public string SevenMetrics => Say("sevenMetrics");

    public string InFull => Say("inFull");

    public string WeeklyHistory => Say("weeklyHistory");

    public string MonthlyHistory => Say("monthlyHistory");

    public string Missing => Say("missing");

    public string NothingMissing => Say("nothingMissing");

    public string Restated => Say("restated");

    public string Thresholds => Say("thresholds");

    public string TargetTick => Say("targetTick");

    public string Sources => Say("sources");

    public string Definitions => Say("definitions");

    public string TimeZone => Say("timeZone");

    public string Currency => Say("currency");

    public string Scope => Say("scope");

    public string Company => Say("company");

    public string Team => Say("team");

    public string Rep => Say("rep");

    public string ContentsTitle => Say("contentsTitle");

    public string SummaryTitle => Say("summaryTitle");

    public string PageWord => Say("pageWord");

    public string RowsOf => Say("rowsOf");

    public string Attached => Say("attached");

    public string SubjectRevenue => Say("subjectRevenue");

    public string OneAlert => Say("oneAlert");

    public string ManyAlerts => Say("manyAlerts");

    public string PageOf(int page, int pages) => $"{PageWord}\u00A0{Numbers.Count(page)}\u00A0/\u00A0{Numbers.Count(pages)}";

    /// <summary><c>25 lignes sur 200</c>.</summary>
    public string RowsShown(int shown, int all) => $"{Numbers.Count(shown)} {RowsOf} {Numbers.Count(all)}";

    /// <summary>A sentence with its values, see <see cref="TextTable.Say"/>.</summary>
    public string Say(string key, params string[] values) => _texts.Say(key, values);

    /// <summary>The text of a code; the code itself, made readable, when there is none.</summary>
    public string Code(string kind, string code) => _texts.Find($"{kind}.{code}") ?? PlainText.Line(code.Replace('_', ' '), 60);

    /// <summary>True when the language has this text.</summary>
    public bool Has(string key) => _texts.Find(key) is not null;

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <exception cref="ArgumentException">Another language.</exception>
    public static Words For(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => throw new ArgumentException($"Language '{PlainText.Line(language, 20)}' is not spoken here; 'fr' and 'en' are accepted.", nameof(language)),
    };
}
