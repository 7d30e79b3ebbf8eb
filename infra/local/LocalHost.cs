using SalesReports.Api;
using SalesReports.Local.Check;
using SalesReports.Local.Operate;
using SalesReports.Local.Options;

namespace SalesReports.Local;

/// <summary>The development and single-machine host: the main job, then the same functions as on Azure.</summary>
internal static class LocalHost
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        RunAsync(args, Surroundings.OfThisProcess(), cancellationToken);

    /// <returns>0 when nothing failed, 1 when something did, 2 when the command line or a setting cannot be followed.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(around);
        try
        {
            var options = CommandLine.Parse(args);
            return options.Command switch
            {
                LocalCommand.Help => Help(around),
                LocalCommand.Check => await CheckFolder.RunAsync(options, around, terminal, cancellationToken),
                LocalCommand.OpenApi => await DescribeAsync(options, around, terminal, cancellationToken),
                LocalCommand.Retry => await RetryCommand.RunAsync(options, around, terminal, cancellationToken),
                LocalCommand.Rebuild => await RebuildCommand.RunAsync(options, around, terminal, cancellationToken),
                LocalCommand.Run or LocalCommand.Preview => await LocalRun.RunAsync(options, around, terminal, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(args), options.Command, "Every command is listed above."),
            };
        }
        catch (Exception fault)
        {
            // The last place that can say what happened.
            terminal.Complain(Faults.Sentence(fault));
            if (args.Contains("--verbose"))
            {
                await around.Error.WriteLineAsync(fault.ToString());
            }

            return Faults.ExitCode(fault);
        }
    }

    private static async Task<int> DescribeAsync(LocalOptions options, Surroundings around, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = around.PathOf(options.Out);
        await OpenApiDocument.WriteAsync(path, cancellationToken);
        await ReportSchema.WriteAsync(Path.Combine(Path.GetDirectoryName(path)!, ReportSchema.FileName), cancellationToken);
        terminal.Say($"Wrote {options.Out}.");
        return 0;
    }

    private static int Help(Surroundings around)
    {
        around.Output.Write(CommandLine.Help());
        return 0;
    }
}
