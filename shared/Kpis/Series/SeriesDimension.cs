namespace SalesReports.Kpis.Series;

/// <summary>What a time series is split by.</summary>
public enum SeriesDimension
{
    None,
    Rep,
    Team,
    Channel,
    Category,
    Source,
}
