using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace SalesReports.Jobs;

/// <summary>A message of a queue, or the job of a timer, named so that its failures and its alert find each other.</summary>
public sealed record WorkItem(string Queue, string Body)
{
    /// <summary>Stands for a queue where the work of timers is meant.</summary>
    public const string Timers = "timers";

    private const int LongestSubject = 80;

    /// <summary>What a subject is made of, where the message has it.</summary>
    private static readonly string[] SubjectColumns = ["source", "period", "day", "from", "to"];

    /// <summary>The same for the same content: a host may have laid out the JSON anew.</summary>
    public string Id => Convert.ToHexStringLower(XxHash64.Hash(Encoding.UTF8.GetBytes($"{Queue}\n{Plain(Body)}")));

    /// <summary>A timer's job comes back by itself and has no message.</summary>
    public bool IsTimer => Queue == Timers;

    public string Job => Queue switch
    {
        WorkQueues.PullQueue => "pull",
        WorkQueues.RollUpQueue => "roll up",
        WorkQueues.BuildQueue => "build",
        WorkQueues.DeliverQueue => "deliver",
        Timers => Body,
        _ => Queue,
    };

    /// <summary>Such as <c>2026-W47</c>; null when the message names nothing known.</summary>
    public string? Subject
    {
        get
        {
            var named = Parse(Body) is { ValueKind: JsonValueKind.Object } message
                ? string.Join(' ', SubjectColumns.Select(column => TextOf(message, column)).Where(text => text.Length > 0))
                : "";
            return named.Length == 0 ? null : named[..Math.Min(named.Length, LongestSubject)];
        }
    }

    public static WorkItem OfTimer(string job) => new(Timers, job);

    private static string TextOf(JsonElement message, string column) =>
        message.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String
            ? string.Concat(value.GetString()!.Select(c => char.IsControl(c) ? ' ' : c)).Trim()
            : "";

    private static string Plain(string body) => Parse(body) is { } json ? JsonSerializer.Serialize(json) : body;

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
