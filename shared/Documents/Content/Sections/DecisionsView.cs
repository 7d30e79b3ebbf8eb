using SalesReports.Documents.Wording;
using SalesReports.Insights;
using SalesReports.Reports;

namespace SalesReports.Documents.Content.Sections;

/// <summary>The findings that ask somebody to act: what, who, and what is at stake. Source: documents.md, weekly page.</summary>
internal static class DecisionsView
{
    /// <summary>From here on a finding asks for a decision.</summary>
    private const int LeastSeverity = 3;
    private const string TargetMissed = "target_missed";

    public static SectionView Of(SectionWords say)
    {
        List<TableRow> rows =
        [
            .. say.Report.Insights.Where(insight => insight.Severity >= LeastSeverity && say.Words.Has($"decision.{insight.Kind}"))
                .Select(insight => SectionWords.Row(new Cell(What(insight, say)), Cells.Text(Who(insight, say)), AtStake(insight, say))),
        ];
        return rows.Count == 0
            ? say.Section("decisions", say.Say("decisions.none"))
            : say.Section("decisions", say.Say("decisions.lead", say.Count(rows.Count)), SectionWords.Table(
                "decisions", say.Say("decisions.title"),
                [say.Name("decisions.what", 3), say.Name("decisions.who"), new Column(say.Say("decisions.figure"), ColumnKind.Money)], rows));
    }

    /// <summary>Several metrics may have missed their targets: each is named.</summary>
    private static string What(Insight insight, SectionWords say) =>
        say.Say($"decision.{insight.Kind}", insight.Kind == TargetMissed ? MetricOf(insight, say) is { } metric ? say.In(metric.Name) : "" : "");

    private static string Who(Insight insight, SectionWords say)
    {
        var sections = say.Report.Sections;
        var names = insight.Kind switch
        {
            "margin_alarm" => sections.MarginAlarm?.Section?.Named.Reps.Select(rep => rep.Name),
            "customers_at_risk" => sections.Customers?.Section?.CallList.Take(1).Select(entry => OwnerName(entry.OwnerId, say)),
            "low_pipeline_coverage" => sections.Teams?.Section?.Teams.Where(team => team.PipelineCoverage.Value == insight.Facts.GetValueOrDefault("coverage")).Select(team => team.Name),
            "cac_jump" => sections.Marketing?.Section?.PaidCacBySource.Where(row => row.Value == insight.Facts.GetValueOrDefault("cac")).Select(row => row.Source),
            _ => null,
        };
        return names?.OfType<string>().Select(name => PlainText.Line(name, 40)).Where(name => name.Length > 0).Take(3).ToList() is { Count: > 0 } known
            ? string.Join(", ", known)
            : say.Say("decisions.management");
    }

    private static string? OwnerName(string? id, SectionWords say) => id is null ? null : say.RepName(id);

    /// <summary>The amount it is about; a share or a duration where there is no amount.</summary>
    private static Cell AtStake(Insight insight, SectionWords say)
    {
        decimal? Fact(string name) => insight.Facts.GetValueOrDefault(name);
        return insight.Kind switch
        {
            "margin_alarm" => say.Cells.Money(Fact("extraDiscount")),
            "customers_at_risk" => say.Cells.Money(Fact("revenueAtRisk")),
            "low_pipeline_coverage" => say.Cells.Money(Fact("missing")),
            "cac_jump" => say.Cells.Money(Fact("spend")),
            "concentration" => say.Cells.Ratio(Fact("share")),
            "longer_cycle" => say.Cells.Days(Fact("days")),
            TargetMissed => Gap(insight, say),
            _ => new Cell(say.Words.Nothing, Reason: say.Say("reason.none")),
        };
    }

    /// <summary>In the unit of the metric that missed its target.</summary>
    private static Cell Gap(Insight insight, SectionWords say) => (MetricOf(insight, say), insight.Facts.GetValueOrDefault("gap")) switch
    {
        ({ Unit: "ratio" }, { } points) => new Cell(say.Words.Numbers.Points(points), points, Unit: ColumnKind.Ratio),
        ({ Unit: "days" }, { } days) => new Cell(say.Words.Numbers.SignedDays(days), days, Unit: ColumnKind.Days),
        (not null, { } amount) => say.Cells.SignedMoney(amount),
        _ => say.Cells.Money(null),
    };

    /// <summary>The one with the finding's value and target.</summary>
    private static Metric? MetricOf(Insight insight, SectionWords say) => say.Report.Metrics.FirstOrDefault(
        one => one.Value == insight.Facts.GetValueOrDefault("value") && one.Comparisons.Target is { } target && target.Value == insight.Facts.GetValueOrDefault("target"));
}
