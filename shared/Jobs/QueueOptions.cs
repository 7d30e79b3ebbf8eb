using System.ComponentModel.DataAnnotations;

namespace SalesReports.Jobs;

/// <summary>How full a queue may get; read from the configuration's root.</summary>
public sealed record QueueOptions
{
    /// <summary>A queue that holds more messages than this gets no further hints: the sweep does what they would have asked for.</summary>
    [Range(1, 1_000_000)]
    public int MostQueued { get; init; } = 500;
}
