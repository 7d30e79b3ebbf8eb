using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesReports.Local.Emulator;

/// <summary>The emulator's npm package, installed beside its lock file the first time it is wanted.</summary>
internal sealed class EmulatorPackage(Programs programs)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Gives the folder that holds <c>node_modules</c>.</summary>
    public async Task<string> EnsureInstalledAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var folder = Folder();
        programs.Find("node");
        if (IsInstalled(folder))
        {
            return folder;
        }

        // Two processes that start at once must not write the same node_modules: the second waits, then finds it done.
        await using var turn = await TakeTurnAsync(folder, cancellationToken);
        if (!IsInstalled(folder))
        {
            say("Installing the storage emulator from npm, once; this takes about half a minute.");
            await InstallAsync(folder, cancellationToken);
        }

        return folder;
    }

    /// <summary>The nearest folder above the program that has the package: the same for the host and for tests.</summary>
    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "infra", "local");
            if (File.Exists(Path.Combine(candidate, "package-lock.json")))
            {
                return candidate;
            }
        }

        throw new EmulatorException("The storage emulator is not part of this installation: name a storage account with --storage CONNECTION.");
    }

    private static bool IsInstalled(string folder)
    {
        // npm writes this copy of the lock file last, so a broken-off installation has none.
        var done = Path.Combine(folder, "node_modules", ".package-lock.json");
        return File.Exists(done) && VersionIn(done) == VersionIn(Path.Combine(folder, "package-lock.json"));
    }

    private static string? VersionIn(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        return json.RootElement.GetProperty("packages").GetProperty("node_modules/azurite").GetProperty("version").GetString();
    }

    private static async Task<FileStream> TakeTurnAsync(string folder, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"salesreports-emulator-{name}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }

    private async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(programs.Find("npm"))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = programs.SearchPath;
        foreach (var argument in (string[])["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            start.ArgumentList.Add(argument);
        }

        using var npm = Process.Start(start)!;
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
        {
            var reason = errors.Split('\n').LastOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal))?.Trim() ?? $"exit code {npm.ExitCode}";
            throw new EmulatorException($"The storage emulator could not be installed by 'npm ci' in {folder} ({reason}).");
        }
    }
}
