using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Definitions;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>Every figure and section is explained in both languages.</summary>
public sealed class DefinitionsTests
{
    private static readonly string[] Sections =
    [
        "bridges", "marginAlarm", "bonusSimulation", "funnel", "movement", "qualification", "phantoms", "marketing", "abc", "retention", "callList", "digital", "friction", "crossSell", "forecast", "dataQuality",
    ];

    [Fact]
    public void Every_metric_is_defined_under_its_name_and_version() =>
        Assert.All(HeadlineMetrics.All, metric =>
        {
            var definition = Assert.Single(DefinitionList.All, definition => definition.Id == metric.Id);
            Assert.Equal((metric.Name, metric.DefinitionVersion), (definition.Name, definition.Version));
        });

    [Fact]
    public void Every_section_is_defined() => Assert.Empty(Sections.Except(DefinitionList.All.Select(definition => definition.Id)));

    [Fact]
    public void A_definition_has_words_of_its_own_in_both_languages()
    {
        Assert.Equal(DefinitionList.All.Count, DefinitionList.All.Select(definition => definition.Id).Distinct().Count());
        Assert.All(DefinitionList.All, definition =>
        {
            Assert.True(definition.Formula.Fr.Length > 20 && definition.Formula.En.Length > 20 && definition.Name is { Fr.Length: > 2, En.Length: > 2 });
            Assert.NotEqual(definition.Formula.Fr, definition.Formula.En);
            Assert.Equal('.', definition.Formula.Fr[^1]);
            Assert.Equal('.', definition.Formula.En[^1]);
        });
    }
}
