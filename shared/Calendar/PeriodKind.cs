namespace SalesReports.Calendar;

/// <summary>The two lengths a report covers.</summary>
public enum PeriodKind
{
    Weekly,
    Monthly,
}
