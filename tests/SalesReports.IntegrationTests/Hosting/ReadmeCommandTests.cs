using System.Diagnostics;
using System.Reflection;
using SalesReports.Local;
using SalesReports.Tests;

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>The command of the README, run as a person does: from a folder of their own.</summary>
public sealed class ReadmeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-caller-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Dotnet_run_takes_folders_relative_to_where_it_was_called()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "mine"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine", "orders.csv"), "order_id,ordered_at,customer_id,quantity,net_amount\nO1,2026-11-17,C1,1,100\n", Token);

        var (exitCode, output) = await DotnetRunAsync("check", "--data", "mine");

        Assert.True(exitCode == 0, output);
        Assert.Contains("orders", output, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(int ExitCode, string Output)> DotnetRunAsync(params string[] arguments)
    {
        var configuration = typeof(LocalHost).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet", ["run", "--project", Path.Combine(SharedData.Root(), "infra", "local"), "--no-build", "-c", configuration, "--", .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }
}
