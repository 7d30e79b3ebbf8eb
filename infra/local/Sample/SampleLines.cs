namespace SalesReports.Local.Sample;

/// <summary>Draws what is on an order: about three lines, whole quantities that come near a value, and the discount a customer gets.</summary>
internal sealed class SampleLines(SampleRandom random, SampleCalendar calendar, SampleRates rates, IReadOnlyList<SampleProduct> products, SampleTastes tastes)
{
    private static readonly decimal[] Discounts = [0m, 0.05m, 0.08m, 0.10m, 0.12m, 0.15m, 0.20m];

    /// <param name="value">In EUR, what the whole order should roughly come to; null for an ordinary order.</param>
    public IReadOnlyList<SampleLine> Draw(SampleCustomer customer, DateOnly day, double? value)
    {
        var count = value is null ? random.Whole(1, 5) : random.Whole(3, 6);
        var lines = new List<SampleLine>();
        for (var i = 0; i < count; i++)
        {
            var product = products[random.Weighted(tastes.Of(customer))];
            if (lines.TrueForAll(line => line.Product != product))
            {
                lines.Add(Draw(product, customer, day, value / count ?? 620 * customer.Size * random.Skewed()));
            }
        }

        return lines;
    }

    /// <summary>One line of a product with a list price, without anything drawn.</summary>
    /// <param name="listValue">In EUR before discount, roughly.</param>
    public SampleLine Fixed(SampleProduct product, SampleCustomer customer, DateOnly day, double listValue, decimal discount)
    {
        var (year, rate) = (calendar.YearOf(day), rates.PerEuro(customer.Currency, day));
        var price = product.ListPriceIn(year)!.Value;
        var listPrice = Math.Round(price * rate, 2);
        return new SampleLine(product, Math.Max(1, (int)Math.Round(listValue / (double)price)), listPrice, listPrice, discount, Math.Round(product.UnitCostIn(year)!.Value * rate, 2));
    }

    /// <summary>Part of what was delivered comes back at the price it was sold for.</summary>
    public IReadOnlyList<SampleLine> TakeBack(SampleOrder order)
    {
        var line = random.Pick(order.Lines);
        return [line with { Quantity = -Math.Max(1, line.Quantity / random.Whole(1, 4)) }];
    }

    private SampleLine Draw(SampleProduct product, SampleCustomer customer, DateOnly day, double value)
    {
        var year = calendar.YearOf(day);
        var rate = rates.PerEuro(customer.Currency, day);
        var discount = Discounts[random.Weighted([3, 2, 2, 2, 1, customer.Size, customer.Size / 2])];
        if (product.ListPriceIn(year) is not { } price)
        {
            return new SampleLine(product, 1, Math.Round((decimal)Math.Max(150, value) * rate), null, 0, null);
        }

        var quantity = Math.Max(1, (int)Math.Round(value / (double)price));
        var listPrice = Math.Round(price * rate, 2);
        return new SampleLine(product, quantity, listPrice, listPrice, discount, Math.Round(product.UnitCostIn(year)!.Value * rate, 2));
    }
}
