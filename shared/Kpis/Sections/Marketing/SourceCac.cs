namespace SalesReports.Kpis.Sections.Marketing;

/// <summary>
/// Marketing spend ÷ new customers of one source over the window of the headline: three months ending with the report's.
/// Source: metrics.md, 9.
/// </summary>
/// <param name="Spend">Null: none was recorded in the window, which is not zero.</param>
/// <param name="Value">Null without spend and without a new customer.</param>
public sealed record SourceCac(string Source, decimal? Spend, int NewCustomers, decimal? Value)
{
    /// <summary>Every source with spend or a new customer, ordinal order.</summary>
    /// <param name="newCustomers">Customer to source.</param>
    internal static IReadOnlyList<SourceCac> Of(SectionInputs inputs, LeadSources sources, IReadOnlyDictionary<string, string> newCustomers)
    {
        var start = AcquisitionCost.WindowStart(inputs.Period);
        var spend = inputs.Spend.Where(s => s.Day >= start && s.Day < inputs.Period.End).GroupBy(sources.OfSpend, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.Sum(s => s.Amount), StringComparer.Ordinal);
        var won = newCustomers.Values.CountBy(source => source, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Value, StringComparer.Ordinal);
        return [.. spend.Keys.Union(won.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Row)];

        SourceCac Row(string source)
        {
            var cost = spend.TryGetValue(source, out var known) ? known : (decimal?)null;
            var count = won.GetValueOrDefault(source);
            return new SourceCac(source, cost, count, count == 0 ? null : cost / count);
        }
    }
}
