using System.Globalization;
using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections.Definitions;

namespace SalesReports.Documents.Content.Sections;

/// <summary>What every figure means, with the version of its formula.</summary>
internal static class DefinitionsView
{
    public static SectionView Of(IReadOnlyList<Definition> definitions, SectionWords say) => say.Section(
        "definitions",
        say.Say("definitions.lead", say.Count(definitions.Count)),
        SectionWords.Table(
            "definitions", say.Say("definitions.title"),
            [say.Name("col.name", 1.6f), say.Name("definitions.formula", 6), say.Name("definitions.version", 0.8f)],
            definitions.Select(definition => SectionWords.Row(
                new Cell(say.In(definition.Name)), new Cell(PlainText.Line(definition.Formula.In(say.Words.Language), 1000)), new Cell($"v{definition.Version.ToString(CultureInfo.InvariantCulture)}"))),
            shown: definitions.Count));
}
