using SalesReports.Calendar;
using SalesReports.Jobs;
using SalesReports.Sources;

namespace SalesReports.Local.Job;

/// <summary>The folder in which a run leaves everything: reports, mails, rejected rows, <c>run.json</c>.</summary>
internal sealed class OutFolder
{
    private OutFolder(string root) => Root = root;

    public string Root { get; }

    public string Mail => Path.Combine(Root, "mail");

    public string Sample => Path.Combine(Root, "sample");

    public string Run => Path.Combine(Root, "run.json");

    /// <exception cref="RunException">Nothing can be written there.</exception>
    public static OutFolder Open(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
            var probe = Path.Combine(root, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new OutFolder(root);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"The folder '{root}' cannot be written to ({refused.Message.TrimEnd('.')}); name another one with --out DIR.", refused);
        }
    }

    public string ReportFolder(Period period) =>
        Path.Combine(Root, "reports", period.Kind == PeriodKind.Weekly ? "weekly" : "monthly", period.Name);

    public async Task<string> WriteReportAsync(Period period, BuiltReport built, CancellationToken cancellationToken)
    {
        var folder = ReportFolder(period);
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in built.Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(name)), bytes, cancellationToken);
        }

        return folder;
    }

    public async Task WriteRunAsync(byte[] json, CancellationToken cancellationToken) => await File.WriteAllBytesAsync(Run, json, cancellationToken);

    /// <summary>The rejected rows of a run, a file for each file they came from; those of an earlier run go.</summary>
    public async Task WriteRejectedAsync(
        IEnumerable<Rejection> rejections, Func<IEnumerable<Rejection>, Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, "rejected");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in rejections.GroupBy(r => Path.GetFileName(r.File), StringComparer.Ordinal).Where(f => f.Key.Length > 0))
        {
            Directory.CreateDirectory(folder);
            await using var stream = File.Create(Path.Combine(folder, file.Key));
            await write(file, stream, cancellationToken);
        }
    }
}

/// <summary>The run, or a part of it, cannot be done; the message is one sentence for the person at the terminal.</summary>
internal sealed class RunException(string message, Exception? innerException = null) : Exception(message, innerException);
