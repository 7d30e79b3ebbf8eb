using System.Text.Json.Serialization;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections;

/// <summary>
/// A section of a report, or why there is none. Written as the section itself, or as
/// <c>{ "status": "undefined", "reason": "…", "code": "…", "text": { "fr", "en" } }</c>. Source: http-api.md, report JSON.
/// </summary>
[JsonConverter(typeof(SectionResultJson))]
public sealed record SectionResult<T>
    where T : class
{
    internal SectionResult(T? section, Reason? reason) => (Section, Reason) = (section, reason);

    /// <summary>Null when it could not be computed.</summary>
    public T? Section { get; }

    /// <summary>Why there is no section; null exactly when there is one.</summary>
    public Reason? Reason { get; }
}

/// <summary>Makes results without naming their type twice.</summary>
public static class SectionResult
{
    public static SectionResult<T> Of<T>(T section)
        where T : class => new(section, null);

    public static SectionResult<T> Undefined<T>(Reason why)
        where T : class => new(null, why);
}
