using System.Globalization;
using SalesReports.Measures;

namespace SalesReports.Reports.Revisions;

/// <summary>Says why a revision differs from the one before: which facts arrived or changed, which master data moved. Source: metrics.md, rule 9 and section 15.</summary>
public static class RestatementCauses
{
    /// <summary>Keys that are named; the rest is counted.</summary>
    private const int MostNamed = 10;

    private static readonly (string Part, string Fr, string En)[] Others =
    [
        (InputPart.FirstOrders, "Premières commandes déplacées", "First orders moved"),
        (InputPart.Deals, "Affaires arrivées ou modifiées", "Deals arrived or changed"),
        (InputPart.Leads, "Contacts (leads) arrivés ou modifiés", "Leads arrived or changed"),
        (InputPart.Quotes, "Devis arrivés ou modifiés", "Quotes arrived or changed"),
        (InputPart.Customers, "Clients modifiés", "Customers changed"),
        (InputPart.Reps, "Commerciaux ou équipes modifiés", "Salespeople or teams changed"),
        (InputPart.Products, "Produits modifiés (coût, prix ou catégorie)", "Products changed (cost, price or category)"),
        (InputPart.Stages, "Étapes du pipeline modifiées", "Pipeline stages changed"),
        (InputPart.Targets, "Objectifs modifiés", "Targets changed"),
        (InputPart.Rates, "Taux de change publiés ou corrigés", "Exchange rates published or corrected"),
        (InputPart.Identities, "Rapprochements de clients modifiés", "Customer merges changed"),
        (InputPart.Forecasts, "Prévisions passées ajoutées", "Past forecasts added"),
        (InputPart.Doubtful, "Sources en retard ou suspectes, ou complètes depuis", "Sources late or suspect, or complete since"),
        (InputPart.Settings, "Réglages modifiés", "Settings changed"),
        (InputPart.Definitions, "Définitions d’indicateurs modifiées", "Metric definitions changed"),
    ];

    /// <summary>Facts first, then master data in a fixed order; empty when nothing differs.</summary>
    public static IReadOnlyList<RestatementCause> Between(InputState before, InputState after)
    {
        var causes = new List<RestatementCause>();
        if (Changed(before, after, InputPart.Facts) is { Count: > 0 } days)
        {
            causes.Add(Facts(days, before, after));
        }

        foreach (var (part, fr, en) in Others)
        {
            if (Changed(before, after, part) is { Count: > 0 } keys)
            {
                var named = string.Join(", ", keys.Take(MostNamed)) + (keys.Count > MostNamed ? ", …" : "");
                causes.Add(new RestatementCause(part, keys.Count, [.. keys.Take(MostNamed)], new LocalText($"{fr} : {named}", $"{en}: {named}")));
            }
        }

        return causes;
    }

    private static RestatementCause Facts(IReadOnlyList<string> days, InputState before, InputState after)
    {
        var orders = days.Sum(day => after.Orders.GetValueOrDefault(day) - before.Orders.GetValueOrDefault(day));
        var range = days.Count == 1 ? days[0] : $"{days[0]} … {days[^1]}";
        var (fr, en) = orders == 0 ? ("", "") : ($" ; {Signed(orders)} commande(s)", $"; {Signed(orders)} order(s)");
        return new RestatementCause(
            InputPart.Facts, days.Count, [.. days.Take(MostNamed)],
            new LocalText($"Données arrivées ou corrigées sur {days.Count} jour(s) ({range}){fr}", $"Data arrived or corrected on {days.Count} day(s) ({range}){en}"));
    }

    private static List<string> Changed(InputState before, InputState after, string part)
    {
        var (old, now) = (Of(before), Of(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];

        IReadOnlyDictionary<string, string> Of(InputState state) => state.Parts.TryGetValue(part, out var keys) ? keys : new Dictionary<string, string>();
    }

    private static string Signed(int number) => number > 0
        ? "+" + number.ToString(CultureInfo.InvariantCulture)
        : "\u2212" + (-number).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One reason why a revision differs from the one before.</summary>
/// <param name="Part">A name of <see cref="InputPart"/>: <c>facts</c>, <c>firstOrders</c>, <c>deals</c>, <c>leads</c>, <c>quotes</c>, <c>customers</c>, <c>reps</c>, <c>products</c>, <c>stages</c>, <c>targets</c>, <c>rates</c>, <c>identities</c>, <c>forecasts</c>, <c>settings</c> or <c>definitions</c>.</param>
/// <param name="Count">How many days or ids.</param>
/// <param name="Keys">The first of them.</param>
public sealed record RestatementCause(string Part, int Count, IReadOnlyList<string> Keys, LocalText Text);
