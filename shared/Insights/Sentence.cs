using System.Globalization;
using SalesReports.Measures;
using SalesReports.Measures.Wording;

namespace SalesReports.Insights;

/// <summary>The numbers of a sentence in one language, short as a card has them; decided and rounded nowhere else.</summary>
internal sealed class Sentence
{
    private static readonly Sentence French = new("fr-FR");
    private static readonly Sentence English = new("en-GB");

    private readonly NumberWording _numbers;

    private Sentence(string culture) => _numbers = new NumberWording(CultureInfo.GetCultureInfo(culture));

    /// <summary>The same finding in both languages.</summary>
    public static LocalText Both(Func<Sentence, string> french, Func<Sentence, string> english) => new(french(French), english(English));

    public string Money(decimal value, Currency currency) => _numbers.ShortMoney(value, currency);

    public string SignedMoney(decimal value, Currency currency) => _numbers.SignedShortMoney(value, currency);

    public string Percent(decimal fraction) => _numbers.Percent(fraction);

    public string SignedPercent(decimal fraction) => _numbers.SignedPercent(fraction);

    public string Points(decimal fraction) => _numbers.Points(fraction);

    public string Count(int count) => _numbers.Count(count);

    /// <param name="unit">An ISO currency, <c>ratio</c> or <c>days</c>.</param>
    public string Value(decimal value, string unit) => unit switch
    {
        "ratio" => _numbers.Percent(value),
        "days" => _numbers.Days(value),
        _ => _numbers.ShortMoney(value, Currency.Parse(unit)),
    };

    public string Difference(decimal change, string unit) => unit switch
    {
        "ratio" => _numbers.Points(change),
        "days" => _numbers.SignedDays(change),
        _ => _numbers.SignedShortMoney(change, Currency.Parse(unit)),
    };

    /// <summary><c>A, B et C</c>.</summary>
    public static string List(IReadOnlyList<string> names, string and) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}";
}
