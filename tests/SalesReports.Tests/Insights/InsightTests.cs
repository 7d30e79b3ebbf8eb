using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using SalesReports.Calendar;
using SalesReports.Insights;
using SalesReports.Measures;
using SalesReports.Measures.Wording;

namespace SalesReports.Tests.Insights;

/// <summary>Findings are true, ranked, and say no number that is not one of their facts. Source: metrics.md, insights.</summary>
public sealed partial class InsightTests
{
    private static readonly Reason Gap = Reason.SomeCostMissing;

    private static readonly Gen<decimal> AnyAmount = Gen.Int[-300_000_000, 900_000_000].Select(cents => cents / 100m);

    private static readonly Gen<decimal> AnyShare = Gen.Int[0, 20_000].Select(n => n / 10_000m);

    private static readonly Gen<MetricReading> AnyMetric =
        from index in Gen.Int[0, 3]
        from values in AnyAmount.Array[13]
        from shares in AnyShare.Array[13]
        from target in AnyShare
        from colour in Gen.Int[0, 3].Select(i => new[] { null, "green", "amber", "red" }[i])
        from small in Gen.Bool
        from isUnknown in Gen.Int[0, 5].Select(i => i == 0)
        from hasGap in Gen.Bool
        let unit = new[] { "EUR", "ratio", "days", "USD" }[index]
        let history = index is 0 or 3 ? values : index == 1 ? shares : shares.Select(share => share * 60).ToArray()
        select new MetricReading(
            new[] { "revenue", "gross_margin", "sales_cycle", "cac" }[index], new LocalText("Indicateur", "Metric"), unit, index < 2, isUnknown ? null : history[^1], hasGap ? 0.8m : 1,
            small, isUnknown ? null : colour, history[0] * target, history[1], [.. history.Select((value, i) => isUnknown && i == 12 ? (decimal?)null : value)], 1, hasGap || isUnknown ? Gap : null);

    private static readonly Gen<InsightInputs> AnyInputs =
        from kind in Gen.OneOf(PeriodKind.Weekly, PeriodKind.Monthly)
        from metrics in AnyMetric.Array[0, 4]
        from parts in AnyAmount.Array[8]
        from shares in AnyShare.Array[6]
        from count in Gen.Int[0, 12]
        from present in Gen.Bool.Array[6]
        select new InsightInputs
        {
            Kind = kind,
            Currency = Currency.Eur,
            Metrics = metrics,
            Sources = (count / 3, count),
            RevenueParts = present[0] ? new RevenueParts(parts[0], parts[0] + parts[1] + parts[2] + parts[3] + parts[4] + parts[5] + parts[6], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]) : null,
            MarginAlarm = present[1] ? new MarginAlarmReading(shares[0], -shares[1], -shares[2], Math.Abs(parts[7]), ["Éloïse", "Gaspard"]) : null,
            Concentration = present[2] ? [new ConcentrationReading(new[] { 1, 5, 10 }[count % 3], shares[3], parts[7])] : [],
            PipelineCoverage = present[3] ? [new CoverageReading(count % 2 == 0 ? null : "Nord", shares[4], Math.Abs(parts[6]))] : [],
            SourceCosts = present[4] ? [new SourceCostReading("display", count % 3 == 0 ? null : Math.Abs(parts[5]), Math.Abs(parts[4]), Math.Abs(parts[3]))] : [],
            CallList = present[5] ? new CallListReading(count, Math.Abs(parts[2]), "Brévance SA") : null,
        };

    [Fact]
    public void Every_number_of_both_sentences_is_one_of_the_facts() => AnyInputs.Sample(inputs =>
    {
        foreach (var insight in InsightSelection.Of(inputs))
        {
            Assert.All(Numbers(insight.Text.Fr), number => Assert.Contains(number, Formatted(insight, "fr-FR")));
            Assert.All(Numbers(insight.Text.En), number => Assert.Contains(number, Formatted(insight, "en-GB")));
        }
    });

    [Fact]
    public void Both_sentences_say_the_same_numbers() => AnyInputs.Sample(inputs =>
    {
        foreach (var insight in InsightSelection.Of(inputs))
        {
            Assert.Equal(Numbers(insight.Text.En).Count(), Numbers(insight.Text.Fr).Count());
        }
    });

    [Fact]
    public void The_most_severe_come_first_three_in_a_week_and_eight_in_a_month() => AnyInputs.Sample(inputs =>
    {
        var found = InsightSelection.Of(inputs);

        Assert.Equal(found.Select(f => f.Severity).OrderDescending(), found.Select(f => f.Severity));
        Assert.True(found.Count <= (inputs.Kind == PeriodKind.Weekly ? 3 : 8));
        Assert.All(found, f => Assert.InRange(f.Severity, 1, 5));
    });

    [Fact]
    public void A_month_holds_what_its_week_would_and_the_margin_alarm_is_first() => AnyInputs.Sample(inputs =>
    {
        var month = InsightSelection.Of(inputs with { Kind = PeriodKind.Monthly });

        Assert.Equal(inputs.MarginAlarm is not null, month.Any(f => f.Kind == "margin_alarm"));
        Assert.True(inputs.MarginAlarm is null || month[0].Kind == "margin_alarm");
    });

    [Fact]
    public void Among_equals_the_larger_amount_comes_first()
    {
        var found = Of(Target("revenue", 90_000, 100_000, "red"), Target("cac", 20_000, 10_000, "red"), Target("revenue", 80_000, 100_000, "red"));

        Assert.Equal([-20_000m, -10_000m, 10_000m], found.Select(f => f.Facts["gap"]));
    }

    [Theory]
    [InlineData("green", "target_met", 2, "Chiffre d’affaires\u00A0: objectif atteint, 412,3\u00A0k€ pour un objectif de 400,0\u00A0k€ (+12,3\u00A0k€).", "Revenue: target met, €412.3k for a target of €400.0k (+€12.3k).")]
    [InlineData("amber", "target_missed", 3, "Chiffre d’affaires\u00A0: objectif manqué, 387,7\u00A0k€ pour un objectif de 400,0\u00A0k€ (\u221212,3\u00A0k€).", "Revenue: target missed, €387.7k for a target of €400.0k (\u2212€12.3k).")]
    [InlineData("red", "target_missed", 4, "Chiffre d’affaires\u00A0: objectif manqué, 387,7\u00A0k€ pour un objectif de 400,0\u00A0k€ (\u221212,3\u00A0k€).", "Revenue: target missed, €387.7k for a target of €400.0k (\u2212€12.3k).")]
    public void A_target_is_told_with_both_figures_and_the_gap(string colour, string kind, int severity, string french, string english)
    {
        var found = Assert.Single(Of(Target("revenue", colour == "green" ? 412_300 : 387_700, 400_000, colour) with { Name = new LocalText("Chiffre d’affaires", "Revenue") }));

        Assert.Equal((kind, severity, french, english), (found.Kind, found.Severity, found.Text.Fr, found.Text.En));
    }

    [Fact]
    public void Without_a_colour_a_target_is_neither_met_nor_missed() => Assert.Empty(Of(Target("revenue", 1, 100, null)));

    [Theory]
    [InlineData(PeriodKind.Weekly, 13, 0, true)]
    [InlineData(PeriodKind.Weekly, 13, 5, false)]
    [InlineData(PeriodKind.Monthly, 12, 0, true)]
    [InlineData(PeriodKind.Monthly, 12, 13, true)]
    [InlineData(PeriodKind.Monthly, 12, 12, false)]
    public void A_record_beats_all_of_its_periods_and_no_older_one(PeriodKind kind, int periods, int higherPeriodsAgo, bool isRecord)
    {
        decimal?[] history = [.. Enumerable.Range(1, 12).Select(i => (decimal?)(10 * i)), 200];
        if (higherPeriodsAgo > 0)
        {
            history[13 - higherPeriodsAgo] = 200;
        }

        var found = InsightSelection.Of(Inputs(kind, Metric("revenue", 200) with { History = history }));

        Assert.Equal(isRecord, found.Any(f => f.Kind == "record_best" && f.Facts["periods"] == periods));
    }

    [Fact]
    public void Low_is_good_for_costs_and_an_unknown_period_makes_no_record()
    {
        decimal?[] falling = [.. Enumerable.Range(1, 13).Select(i => (decimal?)(100 - i))];
        var cost = Metric("cac", 87) with { FavourableUp = false, History = falling };

        Assert.Equal("record_best", Assert.Single(Of(cost)).Kind);
        Assert.Equal("record_worst", Assert.Single(Of(cost with { FavourableUp = true })).Kind);
        Assert.Empty(Of(cost with { History = [falling[0], null, .. falling[2..]] }));
        Assert.Empty(Of(cost with { SmallSample = true }));
    }

    [Theory]
    [InlineData(480, 400, true)]
    [InlineData(479, 400, false)]
    public void A_cycle_a_fifth_longer_is_told(int tenths, int averageTenths, bool isTold) =>
        Assert.Equal(isTold, Of(Metric("sales_cycle", tenths / 10m) with { Unit = "days", Average = averageTenths / 10m }).Any(f => f.Kind == "longer_cycle"));

    [Fact]
    public void A_gap_says_why_and_of_how_much()
    {
        var undefined = Assert.Single(Of(Metric("cac", 0) with { Value = null, Gap = Reason.NoSpend }));
        var partial = Assert.Single(Of(Metric("gross_margin", 0.4m) with { Unit = "ratio", Coverage = 0.75m, Gap = Gap }));

        Assert.EndsWith(Reason.NoSpend.Text.Fr, undefined.Text.Fr, StringComparison.Ordinal);
        Assert.Null(undefined.Facts["cac"]);
        Assert.Contains("75.0%", partial.Text.En, StringComparison.Ordinal);
        Assert.Equal(0.75m, partial.Facts["coverage"]);
    }

    [Theory]
    [InlineData(1_000, 1_100, 150, -50, "volume", 2)]
    [InlineData(1_000, 900, 60, -160, "prices", 3)]
    public void The_driver_goes_the_way_revenue_went(decimal before, decimal now, decimal volume, decimal price, string cause, int severity)
    {
        var found = Assert.Single(InsightSelection.Of(Inputs(PeriodKind.Weekly) with { RevenueParts = new RevenueParts(before, now, volume, 0, price, 0, 0, 0) }));

        Assert.Equal(("biggest_driver", severity), (found.Kind, found.Severity));
        Assert.Contains($"the main cause is {cause}", found.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_change_has_no_driver_worth_telling() =>
        Assert.Empty(InsightSelection.Of(Inputs(PeriodKind.Weekly) with { RevenueParts = new RevenueParts(1_000, 1_019, 19, 0, 0, 0, 0, 0) }));

    [Theory]
    [InlineData(1, 200, true)]
    [InlineData(1, 199, false)]
    [InlineData(5, 400, true)]
    [InlineData(10, 599, false)]
    public void Dependence_on_few_customers_is_told_from_a_limit_on(int customers, int thousandths, bool isTold) =>
        Assert.Equal(isTold, InsightSelection.Of(Inputs(PeriodKind.Monthly) with { Concentration = [new ConcentrationReading(customers, thousandths / 1000m, 1_000)] }).Count == 1);

    [Fact]
    public void The_thinnest_pipeline_and_the_largest_jump_of_cost_are_told_once()
    {
        var found = InsightSelection.Of(Inputs(PeriodKind.Monthly) with
        {
            PipelineCoverage = [new CoverageReading("Nord", 0.4m, 10), new CoverageReading("Sud", 0.3m, 20), new CoverageReading(null, 0.6m, 30)],
            SourceCosts = [new SourceCostReading("a", 150, 100, 1), new SourceCostReading("b", 400, 100, 1), new SourceCostReading("c", 149, 100, 1), new SourceCostReading("d", 9, 0, 1)],
        });

        Assert.Equal(["cac_jump", "low_pipeline_coverage"], found.Select(f => f.Kind));
        Assert.Contains("“b”", found[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("(Sud)", found[1].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_brought_nobody_is_told_by_what_it_cost()
    {
        var found = Assert.Single(InsightSelection.Of(Inputs(PeriodKind.Monthly) with { SourceCosts = [new SourceCostReading("display", null, 20_000, 60_000)] }));

        Assert.Equal("“display” cost €60.0k in three months and brought no new customer, against €20.0k each before.", found.Text.En);
        Assert.Null(found.Facts["cac"]);
    }

    private static IReadOnlyList<Insight> Of(params MetricReading[] metrics) => InsightSelection.Of(Inputs(PeriodKind.Monthly, metrics));

    private static InsightInputs Inputs(PeriodKind kind, params MetricReading[] metrics) => new() { Kind = kind, Currency = Currency.Eur, Metrics = metrics };

    private static MetricReading Metric(string id, decimal value) =>
        new(id, new LocalText("Indicateur", "Metric"), "EUR", true, value, 1, false, null, null, null, [], 1, null);

    private static MetricReading Target(string id, decimal value, decimal target, string? colour) => Metric(id, value) with { Target = target, Colour = colour };

    /// <summary>The facts in every form a sentence may give them, without signs and units.</summary>
    private static HashSet<string> Formatted(Insight insight, string culture)
    {
        var numbers = new NumberWording(CultureInfo.GetCultureInfo(culture));
        return [.. insight.Facts.Values.OfType<decimal>().SelectMany(fact => new[]
        {
            numbers.ShortMoney(fact, Currency.Eur), numbers.ShortMoney(fact, Currency.Parse("USD")), numbers.Percent(fact), numbers.Points(fact), numbers.Days(fact), numbers.Plain(fact, 0),
        }).SelectMany(Numbers)];
    }

    private static IEnumerable<string> Numbers(string sentence) => Number().Matches(sentence).Select(match => match.Value);

    [GeneratedRegex("[0-9](?:[0-9\u00A0,.]*[0-9])?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
