using System.Diagnostics;

namespace SalesReports.Benchmarks.Documents;

/// <summary>This program once more as a process of its own: what ran before would have warmed it and grown its memory.</summary>
internal static class OwnProcess
{
    public const string FirstDocument = "first-document";
    public const string LargeWorkbookCommand = "large-workbook";

    /// <summary>What it prints stands below what was printed before.</summary>
    public static void Run(string command, string report)
    {
        using var own = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [command, report]) { UseShellExecute = false })!;
        own.WaitForExit();
        if (own.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with {own.ExitCode}.");
        }
    }
}
