using System.Globalization;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Rollups.Findings;

/// <summary>
/// What is odd in the facts of some days, as master data and rates are now: counts and first examples a kind. Unknown ids are
/// counted by the facts that name them, missing costs by lines, missing rates by orders and spend facts.
/// </summary>
public static class QualityFindings
{
    /// <param name="days">Findings of the days.</param>
    /// <param name="rollups">Light figures of the same days.</param>
    /// <param name="known">A kind of master data without any entry is not kept at all: nothing is unknown in it.</param>
    public static IReadOnlyList<FindingCount> Of(
        IEnumerable<DayFindings> days, IEnumerable<DayRollup> rollups, KnownIds known, IReadOnlyDictionary<string, Product> products, Currency reporting, ExchangeRates rates)
    {
        var (told, light) = (days.ToList(), rollups.ToList());
        return FindingCount.Sum(
        [
            .. told.SelectMany(day => day.Found),
            .. told.SelectMany(day => day.References).Where(reference => !known.Contains(reference.To, reference.Id)).Select(Unknown),
            .. light.SelectMany(day => day.Orders).SelectMany(totals => totals.Uncosted).Where(lines => !HasCost(lines.Sku, products)).Select(MissingCost),
            .. light.SelectMany(day => MissingRates(day, reporting, rates)),
        ]);
    }

    private static FindingCount Unknown(Reference reference) => One(
        FactChecks.Unknown(reference.To), reference.From, reference.Count, reference.Source, reference.FactId, reference.Id);

    private static FindingCount MissingCost(UncostedLines lines) => One(FindingKind.MissingCost, FactKind.Products, lines.Lines, "", lines.Sku ?? "", null);

    private static IEnumerable<FindingCount> MissingRates(DayRollup day, Currency reporting, ExchangeRates rates)
    {
        var date = day.Day.ToString("O", CultureInfo.InvariantCulture);
        return
        [
            .. day.Orders.Where(totals => IsMissing(totals.Currency)).Select(totals => Missing(FactKind.Orders, totals.Count, totals.Currency)),
            .. day.Spend.Where(spend => IsMissing(spend.Currency)).Select(spend => Missing(FactKind.Spend, spend.Facts, spend.Currency)),
        ];

        bool IsMissing(Currency? currency) => currency is { } known && rates.Convert(new Money(1, known), reporting, day.Day) is null;

        FindingCount Missing(FactKind of, int count, Currency? currency) => One(FindingKind.MissingRate, of, count, "", currency!.Value.Code, date);
    }

    private static bool HasCost(string? sku, IReadOnlyDictionary<string, Product> products) =>
        sku is not null && products.TryGetValue(sku, out var product) && product.UnitCost is not null;

    private static FindingCount One(FindingKind kind, FactKind of, int count, string source, string id, string? value) =>
        new(kind, of, count, [new Finding(kind, of, source, id, value)]);
}
