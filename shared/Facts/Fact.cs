using System.Text.Json.Serialization;

namespace SalesReports.Facts;

/// <summary>
/// One thing a source told us, in our own words. Facts say what the source said: signs, defaults from master data and
/// currencies are applied when days are rolled up and reports are built. Source: imports.md.
/// </summary>
public abstract record Fact
{
    /// <summary>Source of what admins set: it comes before every other that knows the same id.</summary>
    public const string Administered = "admin";

    /// <summary>Name of the source that owns the id, such as <c>csv</c> or <c>hubspot</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The id in that source; unique for the kind within it.</summary>
    public required string Id { get; init; }

    /// <summary>When the source last changed it; the newer of two versions wins. Null: the later import wins.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The source took it back; it counts nowhere any more.</summary>
    public bool Deleted { get; init; }

    [JsonIgnore]
    public abstract FactKind Kind { get; }

    /// <summary>The business days it is filed under, ascending and distinct; empty for master data and undated facts.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<DateOnly> Days => [];
}

/// <summary>The kinds of facts; each has a table of its own.</summary>
public enum FactKind
{
    Customers,
    Reps,
    Products,
    Stages,
    Targets,
    Rates,
    Identities,
    Orders,
    Opportunities,
    Leads,
    Quotes,
    Spend,
}
