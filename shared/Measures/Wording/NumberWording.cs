using System.Globalization;

namespace SalesReports.Measures.Wording;

/// <summary>
/// Numbers as people of a language write them. Rounding is half away from zero and comes before the sign, so there is no "−0,0 %".
/// Source: documents.md, rules of drawing.
/// </summary>
public sealed class NumberWording
{
    public const char NoBreakSpace = '\u00A0';

    public const char Minus = '\u2212';

    private readonly NumberFormatInfo _format;
    private readonly bool _french;

    public NumberWording(CultureInfo culture)
    {
        _french = culture.TwoLetterISOLanguageName == "fr";
        _format = (NumberFormatInfo)culture.NumberFormat.Clone();

        // Cultures group by U+202F in French; it is too thin in the documents' font and missing from others.
        if (_format.NumberGroupSeparator.Length == 1 && char.IsWhiteSpace(_format.NumberGroupSeparator[0]))
        {
            _format.NumberGroupSeparator = NoBreakSpace.ToString();
        }
    }

    /// <summary><c>1 147 435,20 €</c>, <c>€1,147,435.20</c>.</summary>
    public string Money(decimal value, Currency currency) =>
        WithSign(value, CurrencySign.Decimals(currency), digits => Attach(digits, "", currency));

    /// <summary>Large amounts short, with the precision a card has room for: <c>4,82 M€</c>, <c>412,3 k€</c>; from 10,000 on, in full below.</summary>
    public string ShortMoney(decimal value, Currency currency) => Scaled(value, currency, 1, 2);

    /// <summary>For a subject line: <c>412 k€</c>, <c>4,8 M€</c>.</summary>
    public string BriefMoney(decimal value, Currency currency) => Scaled(value, currency, 0, 1);

    /// <summary><c>41,3 %</c>, <c>41.3%</c> of a fraction.</summary>
    public string Percent(decimal fraction) => WithSign(fraction * 100, 1, PercentSign);

    /// <summary><c>+3,1 %</c>; zero has no sign.</summary>
    public string SignedPercent(decimal fraction) => WithSign(fraction * 100, 1, PercentSign, plus: true);

    /// <summary>The difference of two fractions in points: <c>+0,4 pt</c>.</summary>
    public string Points(decimal fraction) => WithSign(fraction * 100, 1, digits => $"{digits}{NoBreakSpace}pt", plus: true);

    /// <summary><c>12,5 j</c>, <c>12.5 days</c>.</summary>
    public string Days(decimal days) => WithSign(days, 1, DayUnit, optionalDecimals: true);

    public string SignedDays(decimal days) => WithSign(days, 1, DayUnit, plus: true, optionalDecimals: true);

    /// <summary><c>+12,3 k€</c>.</summary>
    public string SignedShortMoney(decimal value, Currency currency) => Scaled(value, currency, 1, 2, plus: true);

    /// <summary>A bare number for an axis or a ratio of two amounts.</summary>
    public string Plain(decimal value, int decimals) => WithSign(value, decimals, digits => digits);

    public string Count(int value) => Plain(value, 0);

    public string SignedCount(int value) => WithSign(value, 0, digits => digits, plus: true);

    /// <summary>The unit that an axis up to this amount is labelled in, and its size.</summary>
    public (string Name, decimal Size) AxisUnit(decimal largest, Currency currency)
    {
        var scale = MoneyScale.For(largest);
        var (suffix, sign) = (scale.Suffix(_french), CurrencySign.In(_french, currency));
        var gap = suffix.Length > 0 && sign == currency.Code ? NoBreakSpace.ToString() : "";
        return (_french ? suffix + gap + sign : sign + gap + suffix, scale.Size);
    }

    private string Scaled(decimal value, Currency currency, int thousandDecimals, int millionDecimals, bool plus = false)
    {
        var scale = MoneyScale.For(value);
        if (scale.Size == 1)
        {
            return WithSign(value, CurrencySign.Decimals(currency), digits => Attach(digits, "", currency), plus);
        }

        var decimals = scale.Size == 1_000 ? thousandDecimals : millionDecimals;
        return WithSign(value / scale.Size, decimals, digits => Attach(digits, scale.Suffix(_french), currency), plus);
    }

    private string Attach(string digits, string suffix, Currency currency)
    {
        var sign = CurrencySign.In(_french, currency);
        if (_french)
        {
            var gap = suffix.Length > 0 && sign == currency.Code ? NoBreakSpace.ToString() : "";
            return $"{digits}{NoBreakSpace}{suffix}{gap}{sign}";
        }

        return sign == currency.Code ? $"{sign}{NoBreakSpace}{digits}{suffix}" : $"{sign}{digits}{suffix}";
    }

    private string PercentSign(string digits) => _french ? $"{digits}{NoBreakSpace}%" : $"{digits}%";

    private string DayUnit(string digits)
    {
        var unit = digits == "1" ? "day" : "days";
        return _french ? $"{digits}{NoBreakSpace}j" : $"{digits}{NoBreakSpace}{unit}";
    }

    private string WithSign(decimal value, int decimals, Func<string, string> dress, bool plus = false, bool optionalDecimals = false)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var pattern = "#,##0" + (decimals == 0 ? "" : "." + new string(optionalDecimals ? '#' : '0', decimals));
        var dressed = dress(Math.Abs(rounded).ToString(pattern, _format));
        return Math.Sign(rounded) switch
        {
            < 0 => Minus + dressed,
            > 0 when plus => "+" + dressed,
            _ => dressed,
        };
    }
}
