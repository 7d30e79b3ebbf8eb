using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesReports.Documents.Xlsx;

/// <summary>Conditional formatting: bars behind amounts, colours for statuses.</summary>
internal static class SheetRules
{
    public static IEnumerable<ConditionalFormatting> Of(IEnumerable<string> bars, IEnumerable<string> verdicts)
    {
        var priority = 0;
        foreach (var range in bars)
        {
            yield return On(range, new ConditionalFormattingRule(new DataBar(
                new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Min },
                new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Max },
                new Color { Rgb = "FF9DB9F2" }))
            { Type = ConditionalFormatValues.DataBar, Priority = ++priority });
        }

        foreach (var range in verdicts)
        {
            foreach (var (shape, index) in StyleSheet.Verdicts.Select((verdict, index) => (verdict.Shape, index)))
            {
                yield return On(range, new ConditionalFormattingRule(new Formula($"LEFT({range.Split(':')[0]},1)=\"{shape}\""))
                {
                    Type = ConditionalFormatValues.BeginsWith,
                    FormatId = (uint)index,
                    Priority = ++priority,
                    Operator = ConditionalFormattingOperatorValues.BeginsWith,
                    Text = shape,
                });
            }
        }
    }

    private static ConditionalFormatting On(string range, ConditionalFormattingRule rule) =>
        new(rule) { SequenceOfReferences = new ListValue<StringValue> { InnerText = range } };
}
