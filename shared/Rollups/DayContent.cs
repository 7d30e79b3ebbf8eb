using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SalesReports.Rollups.Sales;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>What a day's rows will hold, written out, with a name for each content: equal names mean that nothing changed.</summary>
/// <param name="Sales">Not compressed yet.</param>
internal sealed record DayContent(BuiltDay Built, string? Figures, string? Shares, byte[]? Sales)
{
    public DayNames Names { get; } = new(
        Figures is null ? "" : DayKeys.ContentName(Figures), Shares is null ? "" : DayKeys.ContentName(Shares), Sales is null ? "" : DayKeys.ContentName(Sales));

    public static DayContent Of(BuiltDay built) => new(
        built,
        IsEmpty(built.Rollup) ? null : JsonSerializer.Serialize(built.Rollup, FactRow.Json),
        built.Shares.Orders.Count + built.Shares.Deals.Count == 0 ? null : JsonSerializer.Serialize(built.Shares, FactRow.Json),
        built.Sales.Groups.Count == 0 ? null : SalesText.Write([built.Sales]));

    /// <summary>The row that the figures of every report are read from; null when the day has none.</summary>
    public async Task<TableEntity?> LightAsync(Tables tables, CancellationToken cancellationToken)
    {
        if (Figures is null)
        {
            return null;
        }

        var entity = new TableEntity(DayKeys.Partition, DayKeys.Light(Built.Day))
        {
            ["orders"] = Built.Rollup.OrderFacts,
            ["won"] = Built.Rollup.Deals.Won,
            ["lost"] = Built.Rollup.Deals.Lost,
        };
        await new LargeColumn(tables, RollupStore.FiguresColumn).SetTextAsync(entity, Figures, BlobName(Names.Light, "json"), cancellationToken);
        return entity;
    }

    public async Task<TableEntity?> SharesAsync(Tables tables, CancellationToken cancellationToken)
    {
        if (Shares is null)
        {
            return null;
        }

        var entity = new TableEntity(DayKeys.Partition, DayKeys.Shares(Built.Day));
        await new LargeColumn(tables, RollupStore.SharesColumn).SetTextAsync(entity, Shares, BlobName(Names.Shares, "json"), cancellationToken);
        return entity;
    }

    public async Task<TableEntity> DetailAsync(Tables tables, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(DayKeys.Partition, DayKeys.Detail(Built.Day));
        Names.WriteTo(entity);
        if (Sales is not null)
        {
            entity["customers"] = Built.Sales.Groups.Select(group => group.CustomerId).Distinct(StringComparer.Ordinal).Count();
            await new LargeColumn(tables, SalesStore.SalesColumn).SetBytesAsync(entity, SalesText.Compress(Sales), BlobName(Names.Sales, "sales.json.gz"), cancellationToken);
        }

        return entity;
    }

    private string BlobName(string content, string ending) => string.Create(CultureInfo.InvariantCulture, $"{Built.Day:yyyy}/{FactKeys.Day(Built.Day)}-{content}.{ending}");

    private static bool IsEmpty(DayRollup day) => day.OrderFacts == 0 && day.Deals.Won + day.Deals.Lost == 0 && day.Spend.Count == 0;
}

/// <summary>Names of a day's contents, empty where there is none; kept in its detailed row.</summary>
internal sealed record DayNames(string Light, string Shares, string Sales)
{
    public static IReadOnlyList<string> Columns { get; } = ["figuresName", "sharesName", "salesName"];

    public static DayNames None { get; } = new("", "", "");

    public static DayNames In(TableEntity entity) => new(entity.GetString(Columns[0]), entity.GetString(Columns[1]), entity.GetString(Columns[2]));

    public void WriteTo(TableEntity entity)
    {
        entity[Columns[0]] = Light;
        entity[Columns[1]] = Shares;
        entity[Columns[2]] = Sales;
    }
}
