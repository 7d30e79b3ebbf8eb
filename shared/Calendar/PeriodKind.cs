namespace SalesReports.Calendar;

/// <summary>The two lengths a report covers.</summary>
public enum PeriodKind
{
    Weekly,
    Monthly,
}

/// <summary>The kinds as paths, keys and JSON write them.</summary>
public static class PeriodKinds
{
    /// <summary><c>weekly</c> or <c>monthly</c>.</summary>
    public static string Name(this PeriodKind kind) => kind switch
    {
        PeriodKind.Weekly => "weekly",
        PeriodKind.Monthly => "monthly",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A period is weekly or monthly."),
    };

    public static bool TryParse(string? text, out PeriodKind kind)
    {
        kind = text == "monthly" ? PeriodKind.Monthly : PeriodKind.Weekly;
        return text is "weekly" or "monthly";
    }
}
