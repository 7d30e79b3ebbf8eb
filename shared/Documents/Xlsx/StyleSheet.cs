using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SalesReports.Documents.Wording;
using SalesReports.Measures;
using SalesReports.Measures.Wording;

namespace SalesReports.Documents.Xlsx;

/// <summary>Number formats by language, fonts and fills; every format exists plain and bold, bold <see cref="Bold"/> places later.</summary>
internal static class StyleSheet
{
    public static int Bold { get; } = Enum.GetValues<CellStyle>().Length;

    /// <summary>Differential formats: green, amber, red.</summary>
    public static IReadOnlyList<(string Shape, string Colour)> Verdicts { get; } = [("▲", "FF15803D"), ("●", "FF9A4A07"), ("▼", "FFB91C1C")];

    private const uint FirstFormat = 164;

    public static string Xml(Words words, Currency currency)
    {
        string[] formats = [Money(words, currency), "0.0%", $"0.0\\ \"{words.Say("unit.days")}\"", "0.0\\ \"h\"", "#,##0", "0.00", "dd/mm/yyyy"];
        return new Stylesheet(
            new NumberingFormats(formats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code })),
            new Fonts(FontOf(11, "FF1F2937"), FontOf(11, "FF1F2937", bold: true), FontOf(18, "FF0B2545", bold: true), FontOf(13, "FF0B2545", bold: true), FontOf(11, "FFFFFFFF", bold: true), FontOf(10, "FF56606E")),
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FF0B2545")),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([.. Enum.GetValues<CellStyle>().Select(style => Format(style, bold: false)), .. Enum.GetValues<CellStyle>().Select(style => Format(style, bold: true))]),
            new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
            new DifferentialFormats(Verdicts.Select(verdict => new DifferentialFormat(new Font(new Bold(), new Color { Rgb = verdict.Colour }))))).OuterXml;
    }

    /// <summary><c>#,##0.00 "€"</c> in French, <c>"€"#,##0.00</c> in English; separators are the reader's own.</summary>
    private static string Money(Words words, Currency currency)
    {
        var digits = CurrencySign.Decimals(currency) == 0 ? "#,##0" : "#,##0.00";
        var example = words.Numbers.Money(0, currency);
        var sign = words.Numbers.AxisUnit(0, currency).Name;
        return example.StartsWith(sign, StringComparison.Ordinal) ? $"\"{sign}\"{digits}" : $"{digits}\\ \"{sign}\"";
    }

    private static CellFormat Format(CellStyle style, bool bold)
    {
        var number = style is >= CellStyle.Money and <= CellStyle.Date ? FirstFormat + (uint)(style - CellStyle.Money) : 0;
        var (font, fill) = style switch
        {
            CellStyle.Title => (2u, 0u),
            CellStyle.Heading => (3u, 0u),
            CellStyle.Header => (4u, 2u),
            CellStyle.Muted => (5u, 0u),
            _ => (bold ? 1u : 0u, 0u),
        };
        return new CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = number > 0,
            ApplyFont = true,
            ApplyFill = fill > 0,
            QuotePrefix = style == CellStyle.GuardedText ? true : null,
        };
    }

    private static Font FontOf(double size, string colour, bool bold = false)
    {
        OpenXmlElement[] parts = [new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Calibri" }];
        return new Font(bold ? [new Bold(), .. parts] : parts);
    }

    private static Fill Fill(PatternValues pattern, string? colour = null)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (colour is not null)
        {
            fill.Append(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 });
        }

        return new Fill(fill);
    }
}
