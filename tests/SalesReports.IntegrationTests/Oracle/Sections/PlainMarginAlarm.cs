using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>Revenue up, margin down, prices down. Source: metrics.md, margin alarm.</summary>
internal static class PlainMarginAlarm
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var lastYear = book.Sales(month.LastYear().Start, month.LastYear().End).Any();
        var then = lastYear ? month.LastYear() : month.Before(1);
        if (!book.Sales(then.Start, then.End).Any())
        {
            return new() { ["status"] = "undefined" };
        }

        var (now, before) = (State(book, month), State(book, then));
        var fires = Fires(now, before);
        var (byRep, byCustomer, byProduct) = (Extra(book, month, (sale, _) => sale.Rep), Extra(book, month, (sale, _) => sale.Customer), Extra(book, month, (_, line) => line.Sku));
        return new()
        {
            ["fires"] = fires,
            ["comparison"] = lastYear ? "samePeriodLastYear" : "previousPeriod",
            ["comparisonPeriod"] = then.Name,
            ["now"] = now.Json(),
            ["then"] = before.Json(),
            ["extraDiscount"] = new JsonObject { ["byRep"] = Map(byRep), ["byCustomer"] = Map(byCustomer), ["byProduct"] = Map(byProduct) },

            // Nobody is named where nothing is wrong.
            ["named"] = new JsonObject { ["reps"] = fires ? Largest(byRep) : [], ["customers"] = fires ? Largest(byCustomer) : [], ["products"] = fires ? Largest(byProduct) : [] },
        };
    }

    public static PlainRealisation Realisation(PlainBook book, PlainPeriod period) => PlainRealisation.Of(book.Lines(period.Start, period.End));

    private static Situation State(PlainBook book, PlainPeriod period) =>
        new(book.Metrics.Revenue(period.Start, period.End).Value, book.Metrics.Margin(period.Start, period.End).Value, Realisation(book, period).Value);

    private static bool Fires(Situation now, Situation then) =>
        then.Revenue > 0 && now.Revenue >= then.Revenue * 1.05m && then.Margin - now.Margin >= 0.01m && now.Realisation < then.Realisation;

    /// <summary>max(0, realisation of the 12 preceding months − this month's) × Σ list of this month, of those with a list price in the month; a month of returns alone gives nothing away.</summary>
    private static List<(string Id, decimal Value)> Extra(PlainBook book, PlainPeriod month, Func<Sale, SoldLine, string?> key)
    {
        var now = Listed(book, month.Start, month.End, key);
        var before = Listed(book, month.Before(12).Start, month.Start, key);
        return [.. now.Select(own => (own.Key, Math.Max(0, (before.GetValueOrDefault(own.Key)?.Value - own.Value.Value) ?? 0) * Math.Max(0, own.Value.List)))];
    }

    private static Dictionary<string, PlainRealisation> Listed(PlainBook book, DateOnly from, DateOnly to, Func<Sale, SoldLine, string?> key) => book.Sales(from, to)
        .SelectMany(sale => sale.Lines.Where(line => line is { Net: not null, List: not null }).Select(line => (Key: key(sale, line), Line: line)))
        .Where(entry => entry.Key is not null).GroupBy(entry => entry.Key!, entry => entry.Line, StringComparer.Ordinal)
        .ToDictionary(own => own.Key, PlainRealisation.Of, StringComparer.Ordinal);

    private static JsonObject Map(List<(string Id, decimal Value)> extra) => new(extra.Select(own => KeyValuePair.Create(own.Id, (JsonNode?)own.Value)));

    /// <summary>The largest until half of the total is covered, at most five; ties by id.</summary>
    private static JsonArray Largest(List<(string Id, decimal Value)> extra)
    {
        var (named, covered, total) = (new JsonArray(), 0m, extra.Sum(own => own.Value));
        foreach (var (id, value) in extra.Where(own => own.Value > 0).OrderByDescending(own => own.Value).ThenBy(own => own.Id, StringComparer.Ordinal))
        {
            if (named.Count == 5 || covered >= total / 2)
            {
                break;
            }

            named.Add(id);
            covered += value;
        }

        return named;
    }

    private sealed record Situation(decimal? Revenue, decimal? Margin, decimal? Realisation)
    {
        public JsonObject Json() => new() { ["revenue"] = Revenue, ["grossMargin"] = Margin, ["priceRealisation"] = Realisation };
    }
}
