using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using SalesReports.Calendar;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Sources;
using SalesReports.Sources.Csv;
using SalesReports.Tests.Sources.Csv;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>A worked example of the design folder, its facts read as the CSV files they would be, its answers as they stand there.</summary>
internal sealed record ExampleWorld(SectionWorld World, decimal Tolerance, IReadOnlyList<ExampleQuestion> Asks)
{
    /// <param name="name">Such as <c>10-bridges</c>.</param>
    public static async Task<ExampleWorld> ReadAsync(string name)
    {
        var file = Path.Combine(SharedData.Root(), "..", "shared", "design", "examples", name + ".json");
        if (!File.Exists(file))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("REQUIRE_SHARED_DATA") == "1", $"The example {name} is not at {file}.");
        }

        var root = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        var settings = root["settings"]!.AsObject();
        var bound = Bind(settings);
        var pulled = new Pulled();
        var source = new CsvSource(MadeFiles.Of([.. root["facts"]!.AsObject().Select(kind => (kind.Key + ".csv", Csv(kind.Value!.AsArray())))]), new BusinessZone(bound.TimeZone), CsvOptions.Default);
        await foreach (var fact in source.PullAsync(PullWindow.Everything, pulled, TestContext.Current.CancellationToken))
        {
            pulled.Facts.Add(fact);
        }

        Assert.Empty(pulled.Rejections);
        var channels = settings["sourceChannels"]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal) ?? [];
        return new ExampleWorld(
            new SectionWorld(pulled.Facts, bound) { SourceChannels = channels },
            decimal.Parse(root["tolerance"]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
            [.. root["asks"]!.AsArray().Select(ask => new ExampleQuestion(ask!["period"]!.GetValue<string>(), ask["scope"]!.GetValue<string>(), ask["expect"]!["sections"]?.AsObject() ?? []))]);
    }

    public SectionInputs Inputs(ExampleQuestion ask) => World.At(ask.Period, ask.Scope);

    /// <summary>Where a result, written as JSON, differs from what the example expects; what the example does not name is not compared.</summary>
    public IReadOnlyList<string> Differences(JsonNode? expected, object? actual) =>
        [.. SectionJson.Differences(expected, actual as JsonNode ?? SectionJson.Node(actual), Tolerance)];

    private static MetricSettings Bind(JsonObject settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(pair => pair.Value is JsonValue).ToDictionary(pair => pair.Key, pair => (string?)Text(pair.Value!), StringComparer.Ordinal))
        .Build().Get<MetricSettings>() ?? new MetricSettings();

    private static string Csv(JsonArray rows)
    {
        var columns = rows.SelectMany(row => row!.AsObject().Select(cell => cell.Key)).Distinct(StringComparer.Ordinal).ToList();
        var lines = rows.Select(row => string.Join(',', columns.Select(column => row![column] is { } cell ? $"\"{Text(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : "")));
        return string.Join('\n', lines.Prepend(string.Join(',', columns))) + "\n";
    }

    private static string Text(JsonNode cell) => cell.GetValueKind() == System.Text.Json.JsonValueKind.String ? cell.GetValue<string>() : cell.ToJsonString();
}

/// <param name="Sections">Section or list to what is expected of it.</param>
internal sealed record ExampleQuestion(string Period, string Scope, JsonObject Sections);
