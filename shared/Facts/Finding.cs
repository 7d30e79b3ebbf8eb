using System.Text.Json.Serialization;

namespace SalesReports.Facts;

/// <summary>Something odd in a fact that was kept all the same: people should look at it.</summary>
/// <param name="FactId">The id in its source.</param>
/// <param name="Value">What was found, such as the unknown rep's id.</param>
public sealed record Finding(FindingKind Kind, FactKind FactKind, string Source, string FactId, string? Value);

[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
public enum FindingKind
{
    UnknownRep,
    UnknownCustomer,
    UnknownProduct,
    ClosedWithoutDate,
    WonWithoutCreation,
    NegativeCycle,
    NetDiffersFromPrice,
    DatedInFuture,

    /// <summary>A line sold without a cost of its own, of a product without one.</summary>
    MissingCost,

    /// <summary>An amount in a currency without a usable rate of its day.</summary>
    MissingRate,
}
