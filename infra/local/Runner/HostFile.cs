using System.Globalization;
using System.Text.Json;

namespace SalesReports.Local.Runner;

/// <summary>What the local host takes from <c>host.json</c>, the file that the real host reads.</summary>
internal sealed record HostFile
{
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Attempts before a message goes to its poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Pause before a failed message is tried again.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.Zero;

    /// <summary>Messages of one queue handled at a time.</summary>
    public int BatchSize { get; init; } = 16;

    public static HostFile Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var extensions = json.RootElement.GetProperty("extensions");
        var queues = extensions.GetProperty("queues");
        return queues.GetProperty("messageEncoding").GetString() == "none"
            ? new HostFile
            {
                RoutePrefix = extensions.GetProperty("http").GetProperty("routePrefix").GetString()!,
                MaxDequeueCount = queues.GetProperty("maxDequeueCount").GetInt32(),
                RetryPause = TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!, CultureInfo.InvariantCulture),
                BatchSize = queues.GetProperty("batchSize").GetInt32(),
            }
            : throw new InvalidDataException("host.json: extensions.queues.messageEncoding is 'none' here; messages are plain JSON.");
    }
}
