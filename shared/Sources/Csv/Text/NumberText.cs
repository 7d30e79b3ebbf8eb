using System.Globalization;

namespace SalesReports.Sources.Csv.Text;

/// <summary>
/// Reads numbers as a culture writes them. Stricter than the framework: a group separator must part groups of three digits,
/// so that <c>1.5</c> in German is refused and not read as 15.
/// </summary>
public sealed class NumberText
{
    /// <summary>Amounts and quantities stay below this, so that sums of millions of them stay exact.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    private readonly string _decimalPoint;
    private readonly string _groupMarks;

    public NumberText(CultureInfo culture)
    {
        var format = culture.NumberFormat;
        var group = format.NumberGroupSeparator;
        _decimalPoint = format.NumberDecimalSeparator;
        Example = culture.Equals(CultureInfo.InvariantCulture) ? "1234.56" : (1234.56m).ToString("N2", culture);
        _groupMarks = culture.Equals(CultureInfo.InvariantCulture) ? ""
            : string.IsNullOrWhiteSpace(group) ? " \u00A0\u202F"
            : group is "'" or "\u2019" ? "'\u2019"
            : group;
    }

    public static NumberText Invariant { get; } = new(CultureInfo.InvariantCulture);

    /// <summary>A number written the accepted way.</summary>
    public string Example { get; }

    /// <summary>Is the product below the limit? Asked first, because decimals throw when they overflow.</summary>
    public static bool CanMultiply(decimal left, decimal right) => Math.Abs((double)left * (double)right) < (double)Limit;

    public bool TryParse(string text, out decimal number)
    {
        number = 0;
        var digits = text.AsSpan().Trim();
        var negative = digits.Length > 0 && digits[0] is '-' or '\u2212';
        digits = digits.Length > 0 && (negative || digits[0] == '+') ? digits[1..] : digits;
        var point = digits.IndexOf(_decimalPoint, StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + _decimalPoint.Length)..];
        if (whole.Length + fraction.Length is 0 or > 60 || fraction.ContainsAnyExceptInRange('0', '9')
            || (point >= 0 && fraction.Length == 0) || !TryUngroup(whole, out var ungrouped))
        {
            return false;
        }

        var read = decimal.TryParse($"{(negative ? "-" : "")}0{ungrouped}.{fraction}0", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        // 10 and 10.00 are one number and must be stored as one: dividing by a one of 28 zeros drops those at the end.
        number /= 1.0000000000000000000000000000m;
        return read;
    }

    /// <summary>The number so that <see cref="TryParse"/> reads it back.</summary>
    public string Write(decimal number) => number.ToString(CultureInfo.InvariantCulture).Replace(".", _decimalPoint, StringComparison.Ordinal);

    private bool TryUngroup(ReadOnlySpan<char> whole, out string ungrouped)
    {
        ungrouped = "";
        var digits = new char[whole.Length];
        var (count, sinceMark) = (0, -1);
        foreach (var character in whole)
        {
            if (char.IsAsciiDigit(character))
            {
                digits[count++] = character;
                sinceMark += sinceMark >= 0 ? 1 : 0;
            }
            else if (_groupMarks.Contains(character, StringComparison.Ordinal) && count > 0 && (sinceMark < 0 ? count <= 3 : sinceMark == 3))
            {
                sinceMark = 0;
            }
            else
            {
                return false;
            }
        }

        ungrouped = new string(digits, 0, count);
        return sinceMark is -1 or 3;
    }
}
