using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>From one period's revenue or margin to another's. Source: metrics.md, bridges.</summary>
internal static class PlainBridges
{
    public static JsonObject Of(PlainBook book, PlainPeriod month) => new()
    {
        ["revenue"] = new JsonArray(Revenue(book, "previousPeriod", month.Before(1), month), Revenue(book, "samePeriodLastYear", month.LastYear(), month)),
        ["margin"] = new JsonArray(Margin(book, "previousPeriod", month.Before(1), month), Margin(book, "samePeriodLastYear", month.LastYear(), month)),
    };

    public static JsonObject? Revenue(PlainBook book, string comparison, PlainPeriod before, PlainPeriod now)
    {
        var (then, today) = (Lines(book, before), Lines(book, now));
        return IsUnknown(book, before, then) || IsUnknown(book, now, today) || then.Count == 0 ? null : Named(comparison, Bridge(then, today, line => line.Net!.Value));
    }

    /// <summary>Lines without known cost vanish entirely.</summary>
    private static JsonObject? Margin(PlainBook book, string comparison, PlainPeriod before, PlainPeriod now)
    {
        var (then, today) = (Lines(book, before).Where(line => line.Cost is not null).ToList(), Lines(book, now).Where(line => line.Cost is not null).ToList());
        if (IsUnknown(book, before, then) || IsUnknown(book, now, today) || then.Count == 0)
        {
            return null;
        }

        var bridge = Bridge(then, today, line => line.Net!.Value - line.Cost!.Value);
        bridge["price"] = Common(then, today).Sum(sku => Price(then, today, sku, line => line.Net!.Value));
        bridge["cost"] = -Common(then, today).Sum(sku => Price(then, today, sku, line => line.Cost!.Value));
        return Named(comparison, bridge);
    }

    /// <summary>Rule 4, missing is not zero: there were sales, and nothing of them is known.</summary>
    private static bool IsUnknown(PlainBook book, PlainPeriod period, List<SoldLine> known) => known.Count == 0 && book.Sales(period.Start, period.End).Any();

    private static JsonObject Named(string comparison, JsonObject bridge)
    {
        bridge["comparison"] = comparison;
        return bridge;
    }

    private static JsonObject Bridge(List<SoldLine> then, List<SoldLine> now, Func<SoldLine, decimal> worth)
    {
        var common = Common(then, now);
        var (q0, q1) = (Quantity(then, common), Quantity(now, common));
        return new()
        {
            ["from"] = then.Sum(worth),
            ["to"] = now.Sum(worth),
            ["volume"] = common.Count == 0 ? 0 : ((q1 / q0) - 1) * Entering(then).Where(line => common.Contains(Product(line))).Sum(worth),
            ["mix"] = common.Sum(sku => (Quantity(now, [sku]) - (Quantity(then, [sku]) * q1 / q0)) * Unit(then, sku, worth)),
            ["price"] = common.Sum(sku => Price(then, now, sku, worth)),
            ["new"] = Entering(now).Where(line => !common.Contains(Product(line))).Sum(worth),
            ["lost"] = -Entering(then).Where(line => !common.Contains(Product(line))).Sum(worth),
            ["other"] = now.Sum(worth) - Entering(now).Sum(worth) - then.Sum(worth) + Entering(then).Sum(worth),
        };
    }

    /// <summary>(unit worth now − unit worth then) × quantity now.</summary>
    private static decimal Price(List<SoldLine> then, List<SoldLine> now, string sku, Func<SoldLine, decimal> worth) =>
        (Unit(now, sku, worth) - Unit(then, sku, worth)) * Quantity(now, [sku]);

    private static decimal Unit(List<SoldLine> lines, string sku, Func<SoldLine, decimal> worth) =>
        Entering(lines).Where(line => Product(line) == sku).Sum(worth) / Quantity(lines, [sku]);

    private static decimal Quantity(List<SoldLine> lines, IReadOnlyCollection<string> skus) =>
        Entering(lines).Where(line => skus.Contains(Product(line))).Sum(line => line.Quantity);

    private static List<string> Common(List<SoldLine> then, List<SoldLine> now) =>
        [.. Entering(then).Select(Product).Intersect(Entering(now).Select(Product), StringComparer.Ordinal)];

    private static IEnumerable<SoldLine> Entering(List<SoldLine> lines) => lines.Where(line => line is { IsBooked: true, Quantity: > 0 } && line.Net != 0);

    /// <summary>All lines without sku count as one product.</summary>
    private static string Product(SoldLine line) => line.Sku ?? "";

    private static List<SoldLine> Lines(PlainBook book, PlainPeriod period) => [.. book.Lines(period.Start, period.End)];
}
