using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.IntegrationTests.Oracle;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Examples;

/// <summary>A small world with answers computed by hand, read from the design folder beside the project.</summary>
internal sealed record ExampleFile(string Name, CanonicalRows Facts, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> SourceChannels, decimal Tolerance, IReadOnlyList<ExampleAsk> Asks)
{
    public static IReadOnlyList<string> Names { get; } = Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Beside the project; not at hand in a clone by itself.</summary>
    private static string Folder => Path.Combine(SharedData.Root(), "..", "shared", "design", "examples");

    public static ExampleFile Read(string name)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject();
        var facts = new CanonicalRows();
        foreach (var (kind, rows) in root["facts"]!.AsObject())
        {
            foreach (var row in rows!.AsArray())
            {
                facts.Add(kind, row!.AsObject().ToDictionary(field => field.Key, field => Text(field.Value!), StringComparer.Ordinal));
            }
        }

        return new ExampleFile(
            name,
            facts,
            root["settings"]!.AsObject().Where(setting => setting.Value is JsonValue).ToDictionary(setting => setting.Key, setting => Text(setting.Value!), StringComparer.OrdinalIgnoreCase),
            (root["settings"]!["sourceChannels"]?.AsObject() ?? []).ToDictionary(channel => channel.Key, channel => Text(channel.Value!), StringComparer.Ordinal),
            decimal.Parse(root["tolerance"]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
            [.. root["asks"]!.AsArray().Select(ask => new ExampleAsk(
                ask!["period"]!.GetValue<string>(), ask["scope"]!.GetValue<string>(), ask["expect"]!["metrics"]?.AsObject(), ask["expect"]!["sections"]?.AsObject()))]);
    }

    public PlainSettings PlainSettings() => new(
        Settings.GetValueOrDefault("currency", "EUR"),
        Settings.GetValueOrDefault("timeZone", "Europe/Paris"),
        Settings.TryGetValue("SalesCostPerMonth", out var cost) ? decimal.Parse(cost, CultureInfo.InvariantCulture) : null,
        int.Parse(Settings.GetValueOrDefault("MinimumSample", "5"), CultureInfo.InvariantCulture),
        int.Parse(Settings.GetValueOrDefault("MinimumChurnBase", "30"), CultureInfo.InvariantCulture))
    {
        SourceChannels = SourceChannels,
    };

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}

/// <param name="Period">Such as <c>2026-W47</c>.</param>
/// <param name="Metrics">Metric id to the fields expected of it; null when the ask is about sections alone.</param>
internal sealed record ExampleAsk(string Period, string Scope, JsonObject? Metrics, JsonObject? Sections);
