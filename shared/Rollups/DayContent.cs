using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>What a day's rows will hold, written out, with a name for each content: equal names mean that nothing changed.</summary>
/// <param name="Figures">With all the others, null when the day has none.</param>
/// <param name="Sales">With those after it, not compressed yet.</param>
internal sealed record DayContent(BuiltDay Built, string? Figures, string? Shares, byte[]? Sales, byte[]? Funnel, byte[]? Findings)
{
    public DayNames Names { get; } = new(Name(Figures), Name(Shares), Name(Sales), Name(Funnel), Name(Findings));

    public static DayContent Of(BuiltDay built) => new(
        built,
        IsEmpty(built.Rollup) ? null : JsonSerializer.Serialize(built.Rollup, FactRow.Json),
        built.Shares.Orders.Count + built.Shares.Deals.Count == 0 ? null : JsonSerializer.Serialize(built.Shares, FactRow.Json),
        built.Sales.Groups.Count == 0 ? null : DayDetail.Sales.Write([built.Sales]),
        built.Funnel.Deals.Count + built.Funnel.Leads.Count + built.Funnel.Quotes.Count == 0 ? null : DayDetail.Funnel.Write([built.Funnel]),
        built.Findings.Found.Count + built.Findings.References.Count == 0 ? null : DayDetail.Findings.Write([built.Findings]));

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
        foreach (var (column, content, name) in new[]
        {
            (DayDetail.Sales.Column, Sales, Names.Sales), (DayDetail.Funnel.Column, Funnel, Names.Funnel), (DayDetail.Findings.Column, Findings, Names.Findings),
        })
        {
            if (content is not null)
            {
                await new LargeColumn(tables, column).SetBytesAsync(entity, Compressed.Write(content), BlobName(name, $"{column}.json.gz"), cancellationToken);
            }
        }

        return entity;
    }

    private string BlobName(string content, string ending) => string.Create(CultureInfo.InvariantCulture, $"{Built.Day:yyyy}/{FactKeys.Day(Built.Day)}-{content}.{ending}");

    private static string Name(string? content) => content is null ? "" : Name(Encoding.UTF8.GetBytes(content));

    private static string Name(byte[]? content) => content is null ? "" : DayKeys.ContentName(content);

    private static bool IsEmpty(DayRollup day) => day.OrderFacts == 0 && day.Deals.Won + day.Deals.Lost == 0 && day.Spend.Count == 0;
}
