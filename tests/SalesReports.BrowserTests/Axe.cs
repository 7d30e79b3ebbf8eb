using System.Text.Json;
using Microsoft.Playwright;

namespace SalesReports.BrowserTests;

/// <summary>The rules of WCAG 2.2, levels A and AA, as axe-core tests them in the browser.</summary>
internal static class Axe
{
    private const string Run =
        "async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations"
        + ".flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target.join(' ')}`))";

    /// <summary>One sentence for each element that breaks a rule.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Content = await File.ReadAllTextAsync(Required.Package("axe-core/axe.min.js")) });
        var violations = await page.EvaluateAsync<JsonElement>(Run);
        return [.. violations.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
