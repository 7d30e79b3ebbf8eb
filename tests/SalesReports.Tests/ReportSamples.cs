using SalesReports.Calendar;
using SalesReports.Documents;
using SalesReports.Kpis;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests;

/// <summary>Reports as the assembly makes them, written by hand for the tests of documents and delivery.</summary>
internal static class ReportSamples
{
    public const string HostileName = "<script>alert('x')</script>\r\nBcc: all@example.com\u202Egnp.exe\u0000&\"'";

    private static readonly decimal[] _wave = [-1.4m, -0.6m, 0.9m, 0.2m, -1.1m, -2.3m, -0.4m, 1.3m, 1.9m, 0.5m, -0.8m, 0.7m];

    public static Theme Theme { get; } = new("Maison Lefèvre & Fils");

    public static Report Weekly { get; } = Build(Week("2026-W47"), new(), []);

    public static Report Monthly { get; } = Build(Week("2026-10"), new() { Scale = 4.3m }, [new Restatement("revenue", 1_751_020.11m, 1_773_086.38m)]);

    /// <summary>No sale, no deal, no spend: nothing can be measured.</summary>
    public static Report AllUndefined { get; } = Build(Week("2026-W53"), new() { AllUndefined = true }, []);

    public static Report Hostile { get; } = Weekly with
    {
        Scope = "team:" + HostileName,
        Sources = [new SourceState(HostileName, Moment(5, 12), "late"), new SourceState(new string('W', 4000), null, "failed")],
        Metrics = [.. Weekly.Metrics.Select(metric => metric with { Name = new LocalText(HostileName, HostileName) })],
        Gaps = [.. Weekly.Metrics.Select(metric => new Gap(metric.Id, "partial", "x", new LocalText(HostileName + metric.Id, HostileName + metric.Id)))],
    };

    /// <summary>More returns than sales, and amounts at the far end of what a decimal holds.</summary>
    public static Report Negative { get; } = Build(Week("2026-W47"), new() { Scale = -1 }, []);

    public static Report Huge { get; } = Build(Week("2026-W47"), new() { Scale = 1e14m }, [.. Weekly.Metrics.Select(metric => new Restatement(metric.Id, null, 1e15m))]);

    public static Report Dollars { get; } = Build(Week("2026-W47"), new() { Currency = "USD" }, []);

    public static IReadOnlyList<Report> All { get; } = [Weekly, Monthly, AllUndefined, Hostile, Negative, Huge, Dollars];

    private static Report Build(Period period, SampleShape shape, IReadOnlyList<Restatement> restatements)
    {
        var metrics = Shapes(shape).Select(metric => Metric(metric, period, shape)).ToList();
        return new Report
        {
            Kind = period.Kind == PeriodKind.Weekly ? "weekly" : "monthly",
            Period = period.Name,
            Start = period.Start,
            End = period.End,
            TimeZone = "Europe/Paris",
            Currency = Currency.Parse(shape.Currency),
            Scope = "company",
            Revision = restatements.Count > 0 ? 2 : 1,
            BuiltAt = Moment(6, 0),
            Complete = true,
            Metrics = metrics,
            Insights = [],
            Sources = [new SourceState("csv", Moment(5, 12), "ready"), new SourceState("hubspot", Moment(5, 40), "ready")],
            Gaps = [.. metrics.Where(metric => metric.Reason is not null).Select(metric => new Gap(metric.Id, metric.Status, ReasonOf(metric.Id, shape)!.Code, ReasonOf(metric.Id, shape)!.Text))],
            Restatements = restatements,
            Sections = new ReportSections(),
        };
    }

    private static IReadOnlyList<MetricShape> Shapes(SampleShape s) =>
    [
        new("revenue", s.Currency, 412_345.67m * s.Scale, 0.031m, 400_000m * s.Scale, 0.02m, "green", 318),
        new("gross_margin", "ratio", 0.4131m, -0.012m, 0.40m, 0.01m, "green", 1204),
        new("win_rate", "ratio", 0.237m, -0.019m, 0.29m, 0.03m, "red", 38),
        new("average_order_value", s.Currency, 1296.68m, 0.008m, 1350m, 0.015m, "amber", 318),
        new("sales_cycle", "days", 41.5m, 0.06m, 45m, 0.02m, "green", 9),
        new("cac", s.Currency, 1874.2m, 0.044m, 1600m, 0.02m, "red", 61),
        new("ltv", s.Currency, 12_480.35m, 0.01m, null, 0.01m, null, 4),
    ];

    private static Metric Metric(MetricShape shape, Period period, SampleShape sample)
    {
        var definition = HeadlineMetrics.All.Single(metric => metric.Id == shape.Id);
        var value = sample.AllUndefined ? (decimal?)null : shape.Value;
        var reason = ReasonOf(shape.Id, sample);
        var ratio = shape.Unit == "ratio";
        Comparison? Against(decimal? other, string? name) => other is { } o
            ? new Comparison(name, o, value - o, value is { } v && !ratio && o > 0 ? (v - o) / o : null, ratio || o > 0 ? null : "negative_base")
            : null;
        var before = sample.AllUndefined ? (decimal?)null : shape.Value / (1 + shape.Growth);
        return new Metric
        {
            Id = shape.Id,
            Name = definition.Name,
            Value = value,
            Unit = shape.Unit,
            N = sample.AllUndefined ? 0 : shape.N,
            Coverage = shape.Id == "gross_margin" ? 0.87m : 1,
            Status = value is null ? "undefined" : reason is null ? "ok" : "partial",
            Reason = reason?.Text.En,
            SmallSample = shape.Id is not ("revenue" or "gross_margin") && (shape.N < 5 || sample.AllUndefined),
            Interval = shape.Id == "win_rate" && value is not null ? new Interval(0.13m, 0.392m) : null,
            DefinitionVersion = 1,
            Favourable = definition.FavourableUp ? "up" : "down",
            Colour = value is null ? null : shape.Colour,
            Comparisons = new Comparisons(
                Against(before, period.Back(1).Name),
                Against(before * 0.94m, period.SamePeriodLastYear().Name),
                shape.Id is "cac" or "ltv" ? null : Against(before * 0.97m, null),
                Against(shape.Target, null)),
            History = [.. Enumerable.Range(0, 13).Select(i => new HistoryPoint(period.Back(12 - i).Name, sample.AllUndefined || (shape.Id == "ltv" && i < 4) ? null : i == 12 ? value : shape.Value * (1 + (shape.Wave * _wave[(i + shape.Id.Length) % _wave.Length])) * (1 - (shape.Growth * (12 - i) / 6))))],
            YearToDate = shape.Id == "ltv" || sample.AllUndefined ? null : shape.Id == "revenue" ? shape.Value * 44.7m : shape.Value * 0.985m,
            Median = shape.Id == "average_order_value" && period.Kind == PeriodKind.Monthly ? 984.1m : null,
            Mean = shape.Id == "sales_cycle" && value is not null ? 44.2m : null,
            Percentile80 = shape.Id == "sales_cycle" && value is not null ? 63m : null,
            Basis = shape.Id == "cac" ? "loaded" : null,
            Paid = 604.75m,
            Loaded = value,
            ToCac = shape.Id == "ltv" && value is not null ? 6.66m : null,
        };
    }

    private static Reason? ReasonOf(string metric, SampleShape shape) => (shape.AllUndefined, metric) switch
    {
        (false, "gross_margin") => Reason.SomeCostMissing,
        (false, _) => null,
        (true, "revenue") => Reason.BeforeData,
        (true, "gross_margin") => Reason.NoSales,
        (true, "win_rate") => Reason.NothingClosed,
        (true, "average_order_value") => Reason.NoOrder,
        (true, "sales_cycle") => Reason.NothingWon,
        (true, "cac") => Reason.NoSpend,
        (true, _) => Reason.SmallChurnBase,
    };

    private static Period Week(string name) => Period.TryParse(name, out var period) ? period : throw new ArgumentException(name, nameof(name));

    private static DateTimeOffset Moment(int hour, int minute) => new(2026, 11, 23, hour, minute, 0, TimeSpan.Zero);

    private sealed record SampleShape
    {
        public decimal Scale { get; init; } = 1;

        public bool AllUndefined { get; init; }

        public string Currency { get; init; } = "EUR";
    }

    private sealed record MetricShape(string Id, string Unit, decimal Value, decimal Growth, decimal? Target, decimal Wave, string? Colour, int N);
}
