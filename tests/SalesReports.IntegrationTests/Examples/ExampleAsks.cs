using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Examples;

/// <summary>Which questions of the example files this project answers by now, and which it names as left out.</summary>
public static class ExampleAsks
{
    /// <summary>File and place of every ask for headline metrics of the whole company.</summary>
    public static TheoryData<string, int> Headline()
    {
        var cases = new TheoryData<string, int>();
        foreach (var (file, index, ask) in All())
        {
            if (ask is { Metrics: not null, Scope: "company" })
            {
                cases.Add(new TheoryDataRow<string, int>(file, index) { TestDisplayName = $"{file} {ask.Period}" });
            }
        }

        return cases;
    }

    /// <summary>File and place of every ask for headline metrics below the company.</summary>
    public static TheoryData<string, int> Scoped()
    {
        var cases = new TheoryData<string, int>();
        foreach (var (file, index, ask) in All())
        {
            if (ask is { Metrics: not null, Scope: not "company" })
            {
                cases.Add(new TheoryDataRow<string, int>(file, index) { TestDisplayName = $"{file} {ask.Period} {ask.Scope}" });
            }
        }

        return cases;
    }

    /// <summary>Sections that name what a headline metric is made from; compared with the product's own inputs.</summary>
    private static readonly string[] Inputs = ["acquisition", "ltvInputs"];

    /// <summary>File and place of every ask for metrics of a team or a rep.</summary>
    public static TheoryData<string, int> Scopes() => Cases(ask => ask.Scope != "company", ask => $"{ask.Period} {ask.Scope}");

    /// <summary>File and place of every ask for sections.</summary>
    public static TheoryData<string, int> Sections() => Cases(ask => OwnSections(ask).Count > 0, ask => $"{ask.Period} sections");

    /// <summary>What an ask expects of the sections, where a report has them.</summary>
    internal static JsonObject OwnSections(ExampleAsk ask)
    {
        var sections = new JsonObject();
        foreach (var (name, expected) in (ask.Sections ?? []).Where(section => !Inputs.Contains(section.Key)))
        {
            var (at, path) = (sections, Places.GetValueOrDefault(name, name).Split('.'));
            foreach (var step in path[..^1])
            {
                at = (at[step] ??= new JsonObject()).AsObject();
            }

            at[path[^1]] = name == "priceRealisation"
                ? new JsonObject { ["value"] = expected!["value"]!.DeepClone(), ["numerator"] = expected["net"]!.DeepClone(), ["denominator"] = expected["list"]!.DeepClone() }
                : expected?.DeepClone();
        }

        return sections;
    }

    /// <summary>Name in the examples to place among the sections, where the two differ.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["priceRealisation"] = "company.priceRealisation",
        ["funnel"] = "funnel.stages",
        ["worst"] = "funnel.worst",
        ["movement"] = "funnel.movement",
        ["phantoms"] = "qualification.phantoms",
        ["openCount"] = "qualification.openCount",
        ["phantomAmount"] = "qualification.phantomAmount",
        ["openAmount"] = "qualification.openAmount",
        ["sharePhantom"] = "qualification.sharePhantom",
        ["abc"] = "customers.abc",
        ["new"] = "customers.new",
        ["kept"] = "customers.kept",
        ["lost"] = "customers.lost",
        ["reactivated"] = "customers.reactivated",
        ["retention"] = "customers.retention",
        ["callList"] = "customers.callList",
        ["quotes"] = "friction.quotes",
        ["cohorts"] = "marketing.cohorts",
        ["newCustomerSources"] = "marketing.newCustomerSources",
        ["paidCacBySource"] = "marketing.paidCacBySource",
    };

    /// <summary>File and place of every ask for what a headline metric is made from.</summary>
    public static TheoryData<string, int> MetricInputs()
    {
        var cases = new TheoryData<string, int>();
        foreach (var (file, index, ask) in All())
        {
            if (ask.Sections is { } sections && sections.Any(section => Inputs.Contains(section.Key)))
            {
                cases.Add(new TheoryDataRow<string, int>(file, index) { TestDisplayName = $"{file} {ask.Period} inputs" });
            }
        }

        return cases;
    }

    /// <summary>What the files ask beyond that: sections.</summary>
    internal static IReadOnlyList<string> LeftOut() =>
    [
        .. All().SelectMany(entry => (entry.Ask.Sections ?? []).Where(section => !Inputs.Contains(section.Key)).Select(section => $"{entry.File} sections.{section.Key}")).Distinct(StringComparer.Ordinal),
    ];

    private static TheoryData<string, int> Cases(Func<ExampleAsk, bool> isMeant, Func<ExampleAsk, string> name)
    {
        var cases = new TheoryData<string, int>();
        foreach (var (file, index, ask) in All().Where(entry => isMeant(entry.Ask)))
        {
            cases.Add(new TheoryDataRow<string, int>(file, index) { TestDisplayName = $"{file} {name(ask)}" });
        }

        return cases;
    }

    private static IEnumerable<(string File, int Index, ExampleAsk Ask)> All() =>
        ExampleFile.Names.SelectMany(name => ExampleFile.Read(name).Asks.Select((ask, index) => (name, index, ask)));
}
