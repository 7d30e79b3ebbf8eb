namespace SalesReports.Kpis.Sections.Deals;

/// <summary>One stay of a deal in a stage; a stage that is entered again is another stay.</summary>
/// <param name="Left">Null while it lasts, and when the deal was removed: a removal is no exit.</param>
/// <param name="Exit">Null exactly when <paramref name="Left"/> is.</param>
public sealed record StageStay(StageKey Stage, DateOnly Entered, DateOnly? Left, StageExit? Exit)
{
    /// <summary>Whole business days from entry to exit; null without one.</summary>
    public int? Days => Left?.DayNumber - Entered.DayNumber;
}

/// <summary>How a stage was left. <see cref="Aside"/>: to a stage that is neither higher nor lower, or whose place is not known.</summary>
public enum StageExit
{
    Forward,
    Back,
    Aside,
    Lost,
}
