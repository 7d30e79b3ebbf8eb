namespace SalesReports.Delivery;

/// <summary>What an admin or the configuration says of a recipient, unchecked; a missing field takes its default.</summary>
public sealed record RecipientDraft
{
    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    /// <summary><c>fr</c> when absent.</summary>
    public string? Language { get; init; }

    /// <summary><c>weekly</c>, <c>monthly</c>, <c>volumeAlarm</c>; weekly and monthly when absent.</summary>
    public IReadOnlyList<string>? Reports { get; init; }

    /// <summary><c>pdf</c>, <c>xlsx</c>; pdf when absent, an empty list for none.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary><c>company</c> when absent.</summary>
    public string? Scope { get; init; }

    public bool? Required { get; init; }
}

/// <summary>A field that cannot be taken as it is.</summary>
/// <param name="Field">In camelCase.</param>
/// <param name="Value">What was given, shortened; never an address.</param>
/// <param name="Message">One sentence: what is wrong and what is accepted.</param>
public sealed record FieldProblem(string Field, string? Value, string Message, IReadOnlyList<string> Accepted);
