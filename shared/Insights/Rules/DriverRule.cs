namespace SalesReports.Insights.Rules;

/// <summary>What moved revenue most in the direction it went, when it moved by 2 % or more against the period before.</summary>
internal static class DriverRule
{
    private const decimal WorthTelling = 0.02m;
    private const decimal Grave = -0.1m;

    public static IEnumerable<RankedInsight> Of(InsightInputs inputs)
    {
        if (inputs.RevenueParts is not { Before: > 0 } parts || Math.Abs(parts.Now - parts.Before) < WorthTelling * parts.Before)
        {
            yield break;
        }

        var change = parts.Now - parts.Before;
        var (french, english, effect) = Effects(parts).MaxBy(part => part.Effect * Math.Sign(change));
        var (direction, up) = change > 0 ? ("hausse", "up") : ("baisse", "down");
        yield return new RankedInsight(
            new Insight(
                "biggest_driver",
                change / parts.Before <= Grave ? 3 : 2,
                Sentence.Both(
                    say => $"Chiffre d’affaires en {direction} de {say.Percent(Math.Abs(change / parts.Before))} sur la période précédente\u00A0: première cause, {french} ({say.SignedMoney(effect, inputs.Currency)}).",
                    say => $"Revenue is {up} {say.Percent(Math.Abs(change / parts.Before))} on the period before; the main cause is {english} ({say.SignedMoney(effect, inputs.Currency)})."),
                new Dictionary<string, decimal?>(StringComparer.Ordinal)
                {
                    ["before"] = parts.Before,
                    ["now"] = parts.Now,
                    ["relative"] = change / parts.Before,
                    ["effect"] = effect,
                }),
            Math.Abs(effect));
    }

    private static IEnumerable<(string French, string English, decimal Effect)> Effects(RevenueParts parts) =>
    [
        ("les volumes", "volume", parts.Volume), ("la composition des ventes", "the mix of products", parts.Mix), ("les prix", "prices", parts.Price),
        ("les produits nouvellement vendus", "products sold anew", parts.New), ("les produits qui ne se vendent plus", "products no longer sold", parts.Lost),
        ("les retours et autres lignes", "returns and other lines", parts.Other),
    ];
}
