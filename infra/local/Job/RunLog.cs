using System.Globalization;
using System.Text.Json;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.Jobs;
using SalesReports.Reports;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Local.Job;

/// <summary>Collects what happens in a run, stage by stage.</summary>
/// <param name="storage">Requests to storage so far.</param>
internal sealed class RunLog(TimeProvider clock, StorageRequests storage)
{
    private const int RejectionsTold = 200;
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly List<StageRecord> _stages = [];
    private readonly List<MailRecord> _mails = [];
    private readonly List<(BuiltReport Built, string Folder)> _reports = [];
    private readonly List<(Period Period, string Reason)> _leftOut = [];

    public List<PullOutcome> Pulls { get; } = [];

    public RollUpOutcome? RolledUp { get; set; }

    /// <summary>What was left out without being a failure, a sentence for each kind of period.</summary>
    public IReadOnlyList<string> Notes => [.. _leftOut.GroupBy(one => one.Period.Kind).Select(Note)];

    public List<string> Failures { get; } = [];

    public DateOnly? LastDay => Pulls.Max(pull => pull.LastDay);

    public IEnumerable<Rejection> Rejections => Pulls.SelectMany(pull => pull.Rejections);

    public long RejectedRows => Pulls.Sum(pull => pull.RejectedRows);

    public IReadOnlyList<StageRecord> Stages => _stages;

    public int MailsSent => _mails.Count(mail => mail.Status == "accepted");

    /// <summary>Measures a stage, whether it ends well or not.</summary>
    public async Task<T> StageAsync<T>(string name, Func<Task<T>> work)
    {
        var (start, requests, bytes) = (clock.GetTimestamp(), storage.Total, storage.Bytes);
        try
        {
            return await work();
        }
        finally
        {
            _stages.Add(new StageRecord(
                name, Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3), storage.Total - requests, storage.Bytes - bytes));
        }
    }

    public IEnumerable<Report> Reports => _reports.Select(one => one.Built.Report);

    public void Built(BuiltReport built, string folder) => _reports.Add((built, folder));

    public void LeftOut(Period period, string reason) => _leftOut.Add((period, reason));

    public void Mailed(string period, string deliveryId, DeliveryOutcome outcome)
    {
        var status = outcome.Status switch
        {
            DeliveryStatus.Accepted => "accepted",
            DeliveryStatus.AlreadySent => "alreadySent",
            DeliveryStatus.Refused or DeliveryStatus.TryAgain => "failed",
            DeliveryStatus.Unknown => "unknown",
            DeliveryStatus.Cancelled => "cancelled",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Status, "The status is not known."),
        };
        _mails.Add(new MailRecord(period, deliveryId, status, outcome.Reference, outcome.Error));
        if (outcome.Status is not (DeliveryStatus.Accepted or DeliveryStatus.AlreadySent))
        {
            Failures.Add($"A mail for {period} was not sent: {outcome.Error}");
        }
    }

    public RunRecord ToRecord(string data) => new()
    {
        StartedAt = _started,
        Succeeded = Failures.Count == 0,
        Data = data,
        Counts = Pulls.SelectMany(pull => pull.Kinds).GroupBy(kind => kind.Key).OrderBy(kind => kind.Key).ToDictionary(
            kind => Word(kind.Key),
            kind => new FactCounts(kind.Sum(c => c.Value.Read), kind.Sum(c => c.Value.Written), kind.Sum(c => c.Value.Unchanged), kind.Sum(c => c.Value.Stale)) { Removed = kind.Sum(c => c.Value.Removed) },
            StringComparer.Ordinal),
        Sources = [.. Pulls.Select(pull => new SourceRecord(pull.Source, pull.DaysDirtied, pull.FirstDay, pull.LastDay, pull.Fault?.ToString(), pull.Error))],
        RejectedRows = RejectedRows,
        Rejections = [.. Pulls.SelectMany(pull => pull.Rejections.Select(r => new RejectionRecord(pull.Source, r.File, r.Line, r.Column, r.Value, r.Reason))).Take(RejectionsTold)],
        Findings = Pulls.SelectMany(pull => pull.Findings).GroupBy(finding => finding.Key).OrderBy(finding => finding.Key)
            .ToDictionary(finding => Word(finding.Key), finding => finding.Sum(f => f.Value), StringComparer.Ordinal),
        FindingExamples = [.. Pulls.SelectMany(pull => pull.FindingExamples)],
        RolledUp = RolledUp,
        Reports = [.. _reports.Select(one => Record(one.Built, one.Folder))],
        Mails = _mails,
        Notes = Notes,
        Failures = Failures,
        Stages = _stages,
    };

    private static string Note(IEnumerable<(Period Period, string Reason)> leftOut)
    {
        var all = leftOut.ToList();
        return all.Count == 1
            ? $"Left out: {all[0].Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"Left out: {all[0].Period} to {all[^1].Period}, as {all[^1].Reason}");
    }

    private static ReportRecord Record(BuiltReport built, string folder) => new(
        built.Report.Kind, built.Report.Period, built.Report.Revision, built.IsNewRevision, folder, [.. built.Files.Keys.Order(StringComparer.Ordinal)]);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
