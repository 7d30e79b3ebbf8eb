using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesReports.Facts;
using SalesReports.Jobs;

namespace SalesReports.Local.Job;

/// <summary>What <c>run.json</c> tells of a run.</summary>
internal sealed record RunRecord
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // A file for people, never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required DateTimeOffset StartedAt { get; init; }

    public required bool Succeeded { get; init; }

    /// <summary>The folder that was imported.</summary>
    public required string Data { get; init; }

    /// <summary>Per kind of fact, over all sources.</summary>
    public required IReadOnlyDictionary<string, FactCounts> Counts { get; init; }

    public required IReadOnlyList<SourceRecord> Sources { get; init; }

    /// <summary>Rows rejected in all; <see cref="Rejections"/> holds the first ones.</summary>
    public required long RejectedRows { get; init; }

    public required IReadOnlyList<RejectionRecord> Rejections { get; init; }

    /// <summary>How many of each kind.</summary>
    public required IReadOnlyDictionary<string, long> Findings { get; init; }

    public required IReadOnlyList<Finding> FindingExamples { get; init; }

    public RollUpOutcome? RolledUp { get; init; }

    public required IReadOnlyList<ReportRecord> Reports { get; init; }

    public required IReadOnlyList<MailRecord> Mails { get; init; }

    /// <summary>What was left out without being a failure.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<string> Failures { get; init; }

    public required IReadOnlyList<StageRecord> Stages { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

internal sealed record SourceRecord(string Name, int DaysDirtied, DateOnly? FirstDay, DateOnly? LastDay, string? Fault, string? Error);

internal sealed record RejectionRecord(string Source, string File, long Line, string? Column, string? Value, string Reason);

/// <param name="IsNewRevision">False when nothing had changed and the stored revision was given again.</param>
internal sealed record ReportRecord(string Kind, string Period, int Revision, bool IsNewRevision, string Folder, IReadOnlyList<string> Files);

internal sealed record MailRecord(string Period, string DeliveryId, string Status, string? Reference, string? Error);

/// <param name="StorageBytes">Content sent and received.</param>
internal sealed record StageRecord(string Name, double Seconds, long StorageRequests, long StorageBytes);
