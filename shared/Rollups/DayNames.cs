using Azure.Data.Tables;

namespace SalesReports.Rollups;

/// <summary>Names of a day's contents, empty where there is none; kept in its detailed row.</summary>
internal sealed record DayNames(string Light, string Shares, string Sales, string Funnel, string Findings)
{
    public static IReadOnlyList<string> Columns { get; } = ["figuresName", "sharesName", "salesName", "funnelName", "findingsName"];

    public static DayNames None { get; } = new("", "", "", "", "");

    public static DayNames In(TableEntity entity) => new(
        entity.GetString(Columns[0]), entity.GetString(Columns[1]), entity.GetString(Columns[2]), entity.GetString(Columns[3]), entity.GetString(Columns[4]));

    public void WriteTo(TableEntity entity)
    {
        foreach (var (column, name) in Columns.Zip([Light, Shares, Sales, Funnel, Findings]))
        {
            entity[column] = name;
        }
    }
}
