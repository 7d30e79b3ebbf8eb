using System.Globalization;
using SalesReports.Jobs;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Store;

namespace SalesReports.Local.Operate;

/// <summary>Lists the work that was given up, puts it back on its queue, or closes its alert.</summary>
internal static class RetryCommand
{
    private const string AllOpen = "all";

    /// <returns>0 when the alerts named were dealt with, by now or before.</returns>
    public static async Task<int> RunAsync(LocalOptions options, Surroundings around, Terminal terminal, CancellationToken cancellationToken)
    {
        using var installation = Installation.Open(options, around);
        var alerts = await installation.Services.GetRequiredService<AlertStore>().ListAsync(options.Queue, cancellationToken);
        if (options.Ids.Count == 0)
        {
            List(alerts, terminal);
            return 0;
        }

        var retry = installation.Services.GetRequiredService<RetryWork>();
        var outcomes = new List<RetryOutcome>();
        foreach (var alert in Chosen(alerts, options.Ids))
        {
            var outcome = await (options.Dismiss ? retry.DismissAsync(alert, cancellationToken) : retry.RetryAsync(alert, cancellationToken));
            terminal.Say($"{alert.Id}  {alert.Job} {alert.Subject}: {Words(outcome, alert)}");
            outcomes.Add(outcome);
        }

        return outcomes.Contains(RetryOutcome.ChangedMeanwhile) ? Faults.Failed : 0;
    }

    /// <exception cref="RunException">An id that no alert has; nothing is done then.</exception>
    private static IReadOnlyList<Alert> Chosen(IReadOnlyList<Alert> alerts, IReadOnlyList<string> ids)
    {
        if (ids is [AllOpen])
        {
            return [.. alerts.Where(alert => alert.State == AlertState.Open && alert.Queue != WorkItem.Timers)];
        }

        return [.. ids.Distinct(StringComparer.Ordinal).Select(id => alerts.FirstOrDefault(alert => alert.Id == id)
            ?? throw new RunException($"There is no alert '{id}'; retry without ids lists the open ones."))];
    }

    private static void List(IReadOnlyList<Alert> alerts, Terminal terminal)
    {
        foreach (var alert in alerts.Where(alert => alert.IsUnsettled))
        {
            terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{alert.Id}  {alert.Queue,-12}  {alert.State.ToString().ToLowerInvariant(),-7}  {alert.LastSeen:yyyy-MM-dd HH:mm}  {alert.Job} {alert.Subject}, {alert.Attempts} failures"));
            terminal.Say($"    {alert.LastError ?? "No reason was noted: the worker died or ran out of time."}");
        }

        var open = alerts.Count(alert => alert.State == AlertState.Open);
        terminal.Say(open == 0 ? "No alert is open." : string.Create(CultureInfo.InvariantCulture, $"{open} open; retry ID… or retry all puts the work back, with --dismiss it is left."));
    }

    private static string Words(RetryOutcome outcome, Alert alert) => outcome switch
    {
        RetryOutcome.PutBack => $"put back on {alert.Queue}.",
        RetryOutcome.Dismissed => "dismissed.",
        RetryOutcome.NotOpen => $"is {alert.State.ToString().ToLowerInvariant()} already.",
        RetryOutcome.ComesBackByItself => "is a timer's job and comes back by itself.",
        RetryOutcome.ChangedMeanwhile => "changed in this moment; list the alerts to see how.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Every outcome has its words above."),
    };
}
