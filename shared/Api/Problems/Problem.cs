using System.Text.Json.Serialization;

namespace SalesReports.Api;

/// <summary>What went wrong, as <c>application/problem+json</c> (RFC 9457). The type is stable and meant for programs.</summary>
public sealed record Problem
{
    public const string ContentType = "application/problem+json";

    [JsonPropertyOrder(-4)]
    public required string Type { get; init; }

    [JsonPropertyOrder(-3)]
    public required string Title { get; init; }

    [JsonPropertyOrder(-2)]
    public required int Status { get; init; }

    /// <summary>One sentence for a person.</summary>
    [JsonPropertyOrder(-1)]
    public required string Detail { get; init; }

    /// <summary>The parameter or header that was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>What it held, shortened and without control characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>What it may hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Accepted { get; init; }

    /// <summary>The latest period that can be had instead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Latest { get; init; }

    /// <summary>State of each dependency by name, when the service is not ready.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Dependencies { get; init; }

    /// <summary>Finds the entry in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }
}
