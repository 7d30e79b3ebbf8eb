namespace SalesReports.Local.Sample;

/// <param name="ListPrice">In EUR, in the first year; null where each job is priced by hand.</param>
/// <param name="UnitCost">In EUR, in the first year; null where nobody keeps the cost.</param>
/// <param name="Popularity">How often it is ordered against the others.</param>
internal sealed record SampleProduct(string Sku, string Name, string Category, decimal? ListPrice, decimal? UnitCost, double Popularity)
{
    /// <summary>List prices go up by 2 % a year.</summary>
    public decimal? ListPriceIn(int year) => ListPrice is { } price ? Math.Round(price * (1 + (0.02m * year)), 2) : null;

    /// <summary>Costs go up a little faster than prices, by 2.4 % a year.</summary>
    public decimal? UnitCostIn(int year) => UnitCost is { } cost ? Math.Round(cost * (1 + (0.024m * year)), 2) : null;
}

/// <summary>What the sample company makes: lighting, furniture and acoustics for places of work.</summary>
internal static class SampleProducts
{
    /// <summary>Category, short code, what is made, price range in EUR, share of the price that it costs.</summary>
    private static readonly (string Category, string Code, string[] Things, int Low, int High, double Cost)[] Ranges =
    [
        ("Éclairage", "ECL", ["Lampe de bureau", "Suspension", "Lampadaire", "Réglette"], 60, 420, 0.54),
        ("Mobilier", "MOB", ["Bureau assis-debout", "Table de réunion", "Siège", "Banc"], 140, 1150, 0.61),
        ("Acoustique", "ACO", ["Cloison", "Panneau mural", "Cabine d'appel"], 90, 900, 0.51),
        ("Rangement", "RAN", ["Caisson", "Armoire", "Étagère"], 80, 520, 0.58),
        ("Énergie", "ENE", ["Bloc de prises", "Goulotte", "Station de charge"], 25, 260, 0.57),
        ("Accessoires", "ACC", ["Tapis", "Porte-manteau", "Pied d'écran"], 18, 140, 0.50),
    ];

    private static readonly string[] Lines = ["Aube", "Brise", "Cime", "Dune"];

    /// <summary>Made to measure: no list price, and nobody writes down what it cost.</summary>
    private static readonly SampleProduct MadeToMeasure = new("SRV-01", "Pose et réglage, sur devis", "Services", null, null, 0.35);

    /// <summary>Every thing of every range in four lines, and the work that goes with them: 81 products.</summary>
    public static IReadOnlyList<SampleProduct> Make(SampleRandom random)
    {
        var products = new List<SampleProduct>();
        foreach (var range in Ranges)
        {
            foreach (var name in range.Things.SelectMany(thing => Lines.Select(line => $"{thing} {line}")))
            {
                var price = Math.Round((decimal)random.Between(range.Low, range.High)) - 0.10m;
                var cost = Math.Round(price * (decimal)(range.Cost * random.Between(0.93, 1.07)), 2);
                var number = products.Count(product => product.Category == range.Category) + 1;
                products.Add(new SampleProduct($"{range.Code}-{number:D2}", name, range.Category, price, cost, random.Skewed()));
            }
        }

        products.Add(MadeToMeasure);
        return products;
    }

    /// <summary>The article master holds today's prices and costs.</summary>
    public static void Write(string folder, IReadOnlyList<SampleProduct> products, int thisYear)
    {
        using var file = new SampleFile(folder, "products.csv", "sku,name,category,list_price,unit_cost,currency");
        foreach (var product in products)
        {
            file.Row(product.Sku, product.Name, product.Category, product.ListPriceIn(thisYear), product.UnitCostIn(thisYear), "EUR");
        }
    }
}
