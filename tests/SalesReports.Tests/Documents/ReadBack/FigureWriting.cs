using System.Globalization;
using SalesReports.Documents.Content;

namespace SalesReports.Tests.Documents.ReadBack;

/// <summary>How a language writes a figure, told once more and apart from the product's own wording; without white space and without a sign for “more”.</summary>
internal static class FigureWriting
{
    public static string Of(decimal value, ColumnKind kind, bool french)
    {
        var culture = CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-IE");
        var digits = kind switch
        {
            ColumnKind.Money => Euros(Math.Abs(value), french, culture),
            ColumnKind.Ratio => Math.Abs(value * 100).ToString("N1", culture) + "%",
            ColumnKind.Days => DaysOf(Math.Abs(value), french, culture),
            ColumnKind.Hours => Math.Abs(value).ToString("N1", culture) + "h",
            ColumnKind.Factor => "×" + Math.Abs(value).ToString("N2", culture),
            ColumnKind.Count => Math.Abs(value).ToString("N0", culture),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind that holds numbers."),
        };
        var minus = kind == ColumnKind.Factor ? digits.Replace("×", "×−", StringComparison.Ordinal) : "−" + digits;
        return PdfText.Bare(value < 0 && digits.Any(digit => digit is >= '1' and <= '9') ? minus : digits);
    }

    /// <summary>A difference of two shares, in points.</summary>
    public static string Points(decimal value, bool french) => PdfText.Bare(Of(value, ColumnKind.Ratio, french).Replace("%", "pt", StringComparison.Ordinal));

    private static string Euros(decimal value, bool french, CultureInfo culture)
    {
        var (size, letter, digits) = value switch
        {
            >= 999_995_000m => (1_000_000_000m, french ? "Md" : "bn", "N2"),
            >= 999_950m => (1_000_000m, "M", "N2"),
            >= 10_000m => (1_000m, "k", "N1"),
            _ => (1m, "", "N2"),
        };
        var amount = (value / size).ToString(digits, culture);
        return french ? amount + letter + "€" : "€" + amount + letter;
    }

    private static string DaysOf(decimal value, bool french, CultureInfo culture)
    {
        var digits = value.ToString("#,##0.#", culture);
        return digits + (french ? "j" : digits == "1" ? "day" : "days");
    }
}
