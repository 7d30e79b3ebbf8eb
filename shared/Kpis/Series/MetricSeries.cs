using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Kpis.Series;

/// <summary>
/// One headline metric over time, as a whole by the very formula of the reports, or split by what sales and deals say of
/// themselves. Source: http-api.md, metrics.
/// </summary>
public static class MetricSeries
{
    private static readonly IReadOnlyList<SeriesDimension> OfOrders = [SeriesDimension.Rep, SeriesDimension.Team, SeriesDimension.Channel, SeriesDimension.Source];
    private static readonly IReadOnlyList<SeriesDimension> OfDeals = [SeriesDimension.Rep, SeriesDimension.Team, SeriesDimension.Source];

    /// <summary>What a metric may be split by. Order values do not split by category: an order may hold several. Costs per customer do not split at all.</summary>
    public static IReadOnlyList<SeriesDimension> DimensionsOf(HeadlineMetric metric) => metric switch
    {
        Revenue or GrossMargin => [.. OfOrders, SeriesDimension.Category],
        AverageOrderValue => OfOrders,
        WinRate or SalesCycle => OfDeals,
        _ => [],
    };

    /// <summary>A figure that looks back over months has no value of a day.</summary>
    public static IReadOnlyList<SeriesGrain> GrainsOf(HeadlineMetric metric) =>
        metric is AcquisitionCost or LifetimeValue ? [SeriesGrain.Week, SeriesGrain.Month] : [SeriesGrain.Day, SeriesGrain.Week, SeriesGrain.Month];

    /// <param name="inputs">Hold the sales, deals and history of the whole range.</param>
    public static IReadOnlyList<SeriesPoint> Of(HeadlineMetric metric, IEnumerable<SeriesBucket> buckets, SeriesDimension by, SectionInputs inputs) =>
        [.. buckets.SelectMany(bucket => by == SeriesDimension.None ? [Whole(metric, bucket, inputs)] : Split(metric, bucket, by, inputs))];

    private static SeriesPoint Whole(HeadlineMetric metric, SeriesBucket bucket, SectionInputs inputs)
    {
        var measured = bucket.Period is { } period
            ? metric.For(inputs.History, period, inputs.Settings)
            : metric.Over(inputs.History, bucket.Start, bucket.End, inputs.Settings);
        return new SeriesPoint(bucket, null, null, Figure.Of(metric, measured, inputs.Settings));
    }

    private static IEnumerable<SeriesPoint> Split(HeadlineMetric metric, SeriesBucket bucket, SeriesDimension by, SectionInputs inputs)
    {
        IEnumerable<(string? Id, Figure Figure)> figures = metric switch
        {
            WinRate or SalesCycle => Closed(bucket, inputs).GroupBy(deal => IdOf(deal, by, inputs), StringComparer.Ordinal)
                .Select(own => (own.Key, DealFigure(metric, [.. own], inputs))),
            _ when by == SeriesDimension.Category => Sold(bucket, inputs).SelectMany(sale => sale.Lines).GroupBy(line => line.Category, StringComparer.Ordinal)
                .Select(own => (own.Key, SalesFigure(metric, SaleSums.Of(own), inputs))),
            _ => Sold(bucket, inputs).GroupBy(sale => IdOf(sale, by, inputs), StringComparer.Ordinal)
                .Select(own => (own.Key, SalesFigure(metric, SaleSums.Of(own), inputs))),
        };
        return figures.OrderBy(own => own.Id, StringComparer.Ordinal).Select(own => new SeriesPoint(bucket, own.Id, NameOf(own.Id, by, inputs), own.Figure));
    }

    private static IEnumerable<Sale> Sold(SeriesBucket bucket, SectionInputs inputs) => inputs.Sales.AllBetween(bucket.Start, bucket.End);

    private static IEnumerable<Opportunity> Closed(SeriesBucket bucket, SectionInputs inputs) => inputs.Deals.Where(deal =>
        deal is { Deleted: false, Outcome: Outcome.Won or Outcome.Lost, ClosedAt: { } closed } && closed.Day >= bucket.Start && closed.Day < bucket.End);

    private static Figure SalesFigure(HeadlineMetric metric, SaleSums sums, SectionInputs inputs) => metric switch
    {
        Revenue => sums.RevenueFigure(inputs),
        GrossMargin => sums.MarginFigure(inputs.Settings),
        AverageOrderValue => sums.AverageOrderFigure(inputs.Settings),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Id, "Not made of sales alone."),
    };

    private static Figure DealFigure(HeadlineMetric metric, IReadOnlyCollection<Opportunity> closed, SectionInputs inputs)
    {
        var won = closed.Where(deal => deal.Outcome == Outcome.Won).ToList();
        return metric is WinRate
            ? Figure.Rate(won.Count, closed.Count, inputs.Settings, Reason.NothingClosed)
            : Figure.Of(metric, SalesCycle.Of(won), inputs.Settings);
    }

    private static string? IdOf(Sale sale, SeriesDimension by, SectionInputs inputs) => by switch
    {
        SeriesDimension.Rep => inputs.SellerOf(sale),
        SeriesDimension.Team => inputs.SellerOf(sale) is { } rep ? inputs.TeamOf(rep) : null,
        SeriesDimension.Channel => sale.Channel is { } channel ? ChannelNames.Of(channel) : null,
        SeriesDimension.Source => sale.LeadSource,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Sales do not split so."),
    };

    private static string? IdOf(Opportunity deal, SeriesDimension by, SectionInputs inputs) => by switch
    {
        SeriesDimension.Rep => deal.RepId,
        SeriesDimension.Team => deal.RepId is { } rep ? inputs.TeamOf(rep) : null,
        SeriesDimension.Source => deal.LeadSource,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Deals do not split so."),
    };

    private static string? NameOf(string? id, SeriesDimension by, SectionInputs inputs) => id is not null && by == SeriesDimension.Rep ? inputs.RepName(id) : id;
}

/// <param name="Id">Null for the whole, and for what says nothing of the dimension.</param>
public sealed record SeriesPoint(SeriesBucket Bucket, string? Id, string? Name, Figure Figure);
