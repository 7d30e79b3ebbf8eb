namespace SalesReports.Facts;

/// <summary>
/// What an operator decided about two customers: they are one, or they are to be kept apart. It wins over every rule of
/// matching; a later decision about the same two replaces it. Source: metrics.md, customer identity.
/// </summary>
public sealed record IdentityDecision : Fact
{
    /// <summary>A customer as the product names it: the bare id of the <c>csv</c> source, <c>source:id</c> of every other.</summary>
    public required string CustomerId { get; init; }

    public required string OtherId { get; init; }

    /// <summary>False: kept apart.</summary>
    public required bool IsSame { get; init; }

    public override FactKind Kind => FactKind.Identities;

    /// <summary>The same for both orders of the two: <c>smaller/larger</c>; a slash within is written %2F.</summary>
    public static string IdOf(string customer, string other) =>
        string.CompareOrdinal(customer, other) <= 0 ? $"{Escape(customer)}/{Escape(other)}" : $"{Escape(other)}/{Escape(customer)}";

    private static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
