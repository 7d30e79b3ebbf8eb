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

    private static IEnumerable<(string File, int Index, ExampleAsk Ask)> All() =>
        ExampleFile.Names.SelectMany(name => ExampleFile.Read(name).Asks.Select((ask, index) => (name, index, ask)));
}
