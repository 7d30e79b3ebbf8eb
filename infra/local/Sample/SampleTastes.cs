namespace SalesReports.Local.Sample;

/// <summary>What a customer buys at all: acoustics and power go together into open offices, the others hardly want either.</summary>
internal sealed class SampleTastes
{
    private const double OpenOffices = 0.35;
    private const double WantsItAnyway = 0.12;

    private static readonly string[] ForOpenOffices = ["Acoustique", "Énergie"];

    private readonly Dictionary<string, double[]> _weights;

    public SampleTastes(SampleRandom random, IReadOnlyList<SampleCustomer> customers, IReadOnlyList<SampleProduct> products)
    {
        _weights = customers.ToDictionary(
            customer => customer.Id,
            _ =>
            {
                var hasOpenOffice = random.Chance(OpenOffices);
                var refused = ForOpenOffices.Where(_ => !random.Chance(WantsItAnyway) && !hasOpenOffice).ToArray();
                return products.Select(product => refused.Contains(product.Category) ? 0 : product.Popularity).ToArray();
            },
            StringComparer.Ordinal);
    }

    /// <summary>How often the customer picks each product against the others, in the order of the products.</summary>
    public IReadOnlyList<double> Of(SampleCustomer customer) => _weights[customer.Id];
}
