using System.Globalization;

namespace SalesReports.Local.Job;

/// <summary>What a run tells at its end: what was read, what the key figures say, where the files are, what failed.</summary>
internal static class RunSummary
{
    private const int RejectionsTold = 5;

    public static void Tell(Terminal terminal, OutFolder outFolder, RunLog log)
    {
        foreach (var line in Read(log).Concat(Stages(log)).Concat(log.Notes))
        {
            terminal.Say(line);
        }

        foreach (var report in log.Reports.GroupBy(report => report.Kind).Select(kind => kind.MaxBy(report => report.Start)!))
        {
            terminal.Say("");
            foreach (var line in KeyFigures.Lines(report))
            {
                terminal.Say(line);
            }
        }

        terminal.Say("");
        terminal.Say(Count($"{log.Reports.Count()} reports and {log.MailsSent} new mails in {outFolder.Root}; the record of the run is run.json there."));
        foreach (var failure in log.Failures)
        {
            terminal.Complain(failure);
        }
    }

    private static IEnumerable<string> Read(RunLog log)
    {
        foreach (var kind in log.Pulls.SelectMany(pull => pull.Kinds).OrderBy(kind => kind.Key))
        {
            yield return Count($"  {kind.Key.ToString().ToLowerInvariant(),-14} {kind.Value.Read,9:N0} read, {kind.Value.Written,9:N0} new or changed") + (kind.Value.Removed > 0 ? Count($", {kind.Value.Removed:N0} removed") : "");
        }

        if (log.RejectedRows > 0)
        {
            yield return Count($"{log.RejectedRows:N0} rows or files were rejected; they are in the folder rejected with the reason. The first:");
            foreach (var rejection in log.Rejections.Take(RejectionsTold))
            {
                yield return rejection.Line == 0
                    ? $"  {rejection.Reason}"
                    : Count($"  {rejection.File}, line {rejection.Line}{(rejection.Column is null ? "" : $", {rejection.Column}")}: {rejection.Reason}");
            }
        }

        foreach (var finding in log.Pulls.SelectMany(pull => pull.Findings).Where(finding => finding.Value > 0))
        {
            yield return Count($"Finding: {finding.Key} {finding.Value:N0} times, kept all the same.");
        }
    }

    private static IEnumerable<string> Stages(RunLog log) =>
        log.Stages.Select(stage => Count($"{stage.Name}: {stage.Seconds:N1} s, {stage.StorageRequests:N0} storage requests"));

    private static string Count(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
