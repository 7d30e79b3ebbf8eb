using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>The metrics of a report as JSON, as http-api.md names the fields and metrics.md fills them.</summary>
internal sealed class PlainReport(PlainWorld world)
{
    private const int HistoryLength = 13;
    private readonly PlainMetrics _metrics = new(world);
    private readonly PlainTargets _targets = new(world.Targets, world.Scope);

    public static IReadOnlyList<string> Ids { get; } = ["revenue", "gross_margin", "win_rate", "average_order_value", "sales_cycle", "cac", "ltv"];

    /// <summary>Metric id to the fields that a product's report must show.</summary>
    public JsonObject Of(PlainPeriod period) => new(Ids.Select(id => KeyValuePair.Create(id, (JsonNode?)Metric(id, period))));

    private JsonObject Metric(string id, PlainPeriod period)
    {
        if (id is "cac" or "ltv" && world.Scope != "company")
        {
            // Rule 10: not split below the company.
            return new() { ["value"] = null, ["status"] = "undefined", ["colour"] = null };
        }

        var figure = Figure(id, period);
        var small = id is not ("revenue" or "gross_margin") && figure.N < world.Settings.MinimumSample;
        var target = _targets.For(id, period, out var targetIsOpen);
        var comparisons = new JsonObject
        {
            ["previousPeriod"] = Against(id, figure, period.Before(1)),
            ["samePeriodLastYear"] = Against(id, figure, period.LastYear()),
            ["trailingAverage"] = Compare(id, figure.Value, Trailing(id, period), null),
        };
        var metric = new JsonObject
        {
            ["value"] = figure.Value,
            ["unit"] = id switch { "gross_margin" or "win_rate" => "ratio", "sales_cycle" => "days", _ => world.Settings.Currency },
            ["numerator"] = figure.Numerator,
            ["denominator"] = figure.Denominator,
            ["n"] = figure.N,
            ["coverage"] = figure.Coverage,
            ["status"] = figure.Status,
            ["smallSample"] = small,
            ["interval"] = id == "win_rate" ? PlainNumbers.Wilson((int)figure.Numerator!, figure.N) : null,
            ["favourable"] = FavoursLess(id) ? "down" : "up",
            ["comparisons"] = comparisons,
            ["history"] = new JsonArray([.. Enumerable.Range(1, HistoryLength).Select(n => Point(id, period.Before(HistoryLength - n)))]),
            ["yearToDate"] = YearToDate(id, period),
        };
        if (!targetIsOpen)
        {
            comparisons["target"] = Compare(id, figure.Value, target, null);
            metric["colour"] = small || figure.Value is null || target is null ? null : Colour(id, figure.Value.Value, target.Value);
        }

        AddDetails(metric, id, period);
        return metric;
    }

    private void AddDetails(JsonObject metric, string id, PlainPeriod period)
    {
        switch (id)
        {
            case "average_order_value" when !period.IsWeek:
                metric["median"] = _metrics.MedianOrder(period.Start, period.End);
                break;
            case "sales_cycle":
                var cycle = _metrics.Cycle(period.Start, period.End);
                (metric["mean"], metric["percentile80"]) = (cycle.Mean, cycle.Percentile80);
                break;
            case "cac":
                var cac = _metrics.Cac(WindowStart(period), period.End);
                (metric["basis"], metric["paid"], metric["loaded"]) = (world.Settings.SalesCostPerMonth is null ? "paid" : "loaded", cac.Paid, cac.Loaded);
                break;
            case "ltv":
                metric["toCac"] = Figure("ltv", period).Value / Figure("cac", period).Value;
                break;
            default:
                break;
        }
    }

    private PlainFigure Figure(string id, PlainPeriod period) => id switch
    {
        "cac" => _metrics.Cac(WindowStart(period), period.End).Figure,
        "ltv" => _metrics.Ltv(period.End),
        _ => Over(id, period.Start, period.End),
    };

    private PlainFigure Over(string id, DateOnly from, DateOnly to) => id switch
    {
        "revenue" => _metrics.Revenue(from, to),
        "gross_margin" => _metrics.Margin(from, to),
        "win_rate" => _metrics.WinRate(from, to),
        "average_order_value" => _metrics.AverageOrder(from, to),
        "sales_cycle" => _metrics.Cycle(from, to).Figure,
        "cac" => _metrics.Cac(from, to).Figure,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "Not a metric over days."),
    };

    private static DateOnly WindowStart(PlainPeriod period) => period.IsWeek ? period.End.AddDays(-91) : period.Start.AddMonths(-2);

    private JsonObject Point(string id, PlainPeriod period) => new() { ["period"] = period.Name, ["value"] = Figure(id, period).Value };

    private JsonObject? Against(string id, PlainFigure figure, PlainPeriod other) => Compare(id, figure.Value, Figure(id, other).Value, other.Name);

    private decimal? Trailing(string id, PlainPeriod period)
    {
        var window = Enumerable.Range(1, period.IsWeek ? 13 : 12).Select(period.Before).ToList();
        return id switch
        {
            "cac" or "ltv" => null,
            "revenue" => Mean([.. window.Select(before => Figure(id, before).Value).OfType<decimal>()]),
            _ => Over(id, window[^1].Start, period.Start).Value,
        };
    }

    private decimal? YearToDate(string id, PlainPeriod period) => id == "ltv"
        ? null
        : Over(id, new DateOnly(period.End.AddDays(-1).Year, 1, 1), period.End).Value;

    private static JsonObject? Compare(string id, decimal? value, decimal? against, string? period)
    {
        if (against is not { } other)
        {
            return null;
        }

        var change = value - other;
        var inPoints = id is "gross_margin" or "win_rate";
        var comparison = new JsonObject
        {
            ["value"] = other,
            ["change"] = change,
            ["relative"] = inPoints || other <= 0 ? null : change / other,
            ["relativeReason"] = inPoints || change is null || other > 0 ? null : other < 0 ? "negative_base" : change == 0 ? null : "new",
        };
        if (period is not null)
        {
            comparison["period"] = period;
        }

        return comparison;
    }

    private string Colour(string id, decimal value, decimal target) => FavoursLess(id)
        ? value <= target ? "green" : value <= target * (1 + world.Settings.AmberBand) ? "amber" : "red"
        : value >= target ? "green" : value >= target * (1 - world.Settings.AmberBand) ? "amber" : "red";

    private static bool FavoursLess(string id) => id is "cac" or "sales_cycle";

    private static decimal? Mean(List<decimal> values) => values.Count == 0 ? null : values.Average();
}
