namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>Where money works best and worst: the cheapest and the dearest source against the average of those that are paid for.</summary>
/// <param name="Average">Σ spend ÷ Σ new customers over the sources with spend, those that brought nobody included; null without either.</param>
/// <param name="Worst">Null when there is only one source to compare.</param>
/// <param name="WithoutNewCustomer">Sources that cost money and brought nobody; the dearest first.</param>
public sealed record CampaignAdjustments(decimal? Average, CacAgainstAverage? Best, CacAgainstAverage? Worst, IReadOnlyList<SourceSpend> WithoutNewCustomer)
{
    internal static CampaignAdjustments Of(IReadOnlyList<SourceCac> cac)
    {
        var paid = cac.Where(row => row.Spend is not null).ToList();
        var known = paid.Where(row => row.Value is not null).ToList();
        decimal? average = known.Count == 0 ? null : paid.Sum(row => row.Spend!.Value) / paid.Sum(row => row.NewCustomers);
        return new CampaignAdjustments(
            average, Against(known.MinBy(row => row.Value)), known.Count < 2 ? null : Against(known.MaxBy(row => row.Value)),
            [.. paid.Where(row => row.NewCustomers == 0 && row.Spend > 0).OrderByDescending(row => row.Spend).Select(row => new SourceSpend(row.Source, row.Spend!.Value))]);

        CacAgainstAverage? Against(SourceCac? row) =>
            row is null ? null : new CacAgainstAverage(row.Source, row.Value!.Value, row.Value.Value - average!.Value, average == 0 ? null : (row.Value - average) / average);
    }
}

/// <param name="Change">Value − average.</param>
/// <param name="Relative">Change ÷ average; null when that is zero.</param>
public sealed record CacAgainstAverage(string Source, decimal Value, decimal Change, decimal? Relative);

public sealed record SourceSpend(string Source, decimal Spend);
