using System.Diagnostics;
using System.Text.RegularExpressions;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Api;

/// <summary>The recipes with curl, run as they are written: only the address of the host is another.</summary>
public sealed class RecipeTests(ContractWorld world) : IClassFixture<ContractWorld>, IDisposable
{
    private const string Host = "http://127.0.0.1:7071";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-recipes-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("README.md", 12)]
    [InlineData("shared/Api/README.md", 7)]
    public async Task Every_recipe_is_answered_well(string file, int least)
    {
        var id = await world.AddAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "orders.csv"), "order_id,ordered_at,customer_id,quantity,net_amount\nO-1,2026-11-16,C-1,1,100\n", Cancellation);
        var recipes = Recipes(await File.ReadAllTextAsync(Path.Combine(SharedData.Root(), file), Cancellation)).ToList();
        Assert.True(recipes.Sum(recipe => Regex.Count(recipe, @"^curl ", RegexOptions.Multiline, Patience)) >= least);

        foreach (var recipe in recipes)
        {
            var (exitCode, said) = await RunAsync(recipe, file.Contains("Api", StringComparison.Ordinal) ? "/api" : "/api/v1", id);
            Assert.True(exitCode == 0, $"{recipe}\n{said}");
        }
    }

    [Fact]
    public async Task A_recipe_that_is_refused_is_found()
    {
        var (exitCode, said) = await RunAsync("curl -H \"x-api-key: wrong\" " + Host + "/api/v1/reports\ncurl " + Host + "/api/v1/health/live", "/api/v1", "0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("401", said, StringComparison.Ordinal);
    }

    /// <summary>Blocks of shell commands, and commands within a sentence.</summary>
    private static IEnumerable<string> Recipes(string text) =>
        Regex.Matches(text, "```sh\n(?<commands>.*?)```|`(?<commands>curl [^`]*)`", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience)
            .Select(match => match.Groups["commands"].Value)
            .Where(commands => commands.Contains("curl ", StringComparison.Ordinal));

    private async Task<(int ExitCode, string Said)> RunAsync(string recipe, string prefix, string id)
    {
        var address = world.Server.Address.GetLeftPart(UriPartial.Authority);

        // curl ends well even when it was refused, unless it is told not to.
        var script = $"set -euo pipefail\ncurl() {{ command curl --fail-with-body --silent --show-error \"$@\"; }}\n{recipe.Replace(Host, address, StringComparison.Ordinal)}\n";
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["KEY"], start.Environment["ADMIN"], start.Environment["API"], start.Environment["ID"]) = (world.Server.Keys.Reader, world.Server.Keys.Admin, address + prefix, id);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + await error);
    }
}
