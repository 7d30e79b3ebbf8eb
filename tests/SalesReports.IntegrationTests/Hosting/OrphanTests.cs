using System.Diagnostics;
using System.Globalization;

namespace SalesReports.IntegrationTests.Hosting;

public sealed class OrphanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-orphan-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_emulator_ends_when_the_host_that_started_it_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads the process table of Linux.");
        var data = TinyCompany.Write(Path.Combine(_folder, "data"));
        using var host = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SalesReports.Local"))
        {
            ArgumentList = { "--data", data, "--port", "0" },
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var emulator = await UntilAsync(() => Running().FirstOrDefault(process => process.Parent == host.Id).Id, found => found != 0);

        host.Kill();

        await UntilAsync(() => Running().Any(process => process.Id == emulator), running => !running);
    }

    private static async Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> seen)
    {
        for (var tries = 0; ; tries++)
        {
            var now = look();
            if (seen(now))
            {
                return now;
            }

            Assert.True(tries < 300, "It did not come to that within 30 seconds.");
            await Task.Delay(100, Cancellation);
        }
    }

    /// <summary>Processes that have not ended; one that has but was not collected by its parent does not count.</summary>
    private static IEnumerable<(int Id, int Parent)> Running()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => Path.GetFileName(f).All(char.IsAsciiDigit)))
        {
            string[] fields;
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            }
            catch (IOException)
            {
                continue;
            }

            if (fields[0] != "Z")
            {
                yield return (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));
            }
        }
    }
}
