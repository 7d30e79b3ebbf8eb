using System.Globalization;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Xlsx;

/// <summary>The first sheet: who, when, the result in words, the seven metrics, two charts of their history.</summary>
internal static class SummarySheet
{
    private const int ChartRows = 18;
    private const string Now = "1D4ED8";
    private const string Target = "9A4A07";

    public static IReadOnlyList<double> Widths { get; } = [34, 17, 17, 17, 17, 17, 17, 16, 10];

    public static IReadOnlyList<NativeChart> Write(SheetWriter sheet, string name, Report report, ReportView view, IReadOnlyList<string> insights)
    {
        sheet.Write(SheetCell.Of(view.Title, CellStyle.Title));
        sheet.Write(SheetCell.Of($"{view.Company} · {view.When}{(view.Scope is null ? "" : $" · {view.Scope}")}"));
        sheet.Write(SheetCell.Of($"{view.Freshness} · {view.Overall}", CellStyle.Muted));
        foreach (var sentence in view.Headline)
        {
            sheet.Write(SheetCell.Of(sentence));
        }

        sheet.Write();
        var first = sheet.NextRow;
        sheet.Table("summary", [.. view.TableHeader, view.Words.Say("definitions.version")], report.Metrics.Select((metric, i) => Row(metric, view.Cards[i])));
        sheet.Verdicts(view.TableHeader.Count - 1, first + 1);
        sheet.Write();
        foreach (var line in insights.Concat(view.Gaps).Concat(view.Restatements))
        {
            sheet.Write(SheetCell.Of($"• {line}"));
        }

        var charts = sheet.NextRow;
        for (var row = 0; row < ChartRows; row++)
        {
            sheet.Write();
        }

        return History(sheet, name, report, view, charts);
    }

    private static IReadOnlyList<SheetCell> Row(Metric metric, Card card)
    {
        var (style, comparisons) = (CellStyles.OfUnit(metric.Unit), metric.Comparisons);
        decimal?[] values = [metric.Value, comparisons.PreviousPeriod?.Value, comparisons.SamePeriodLastYear?.Value, comparisons.TrailingAverage?.Value, comparisons.Target?.Value, metric.YearToDate];
        return
        [
            SheetCell.Of(card.Name),
            .. values.Select((value, i) => value is null ? SheetCell.Of(card.Row[i]) : SheetCell.Of(value, style)),
            SheetCell.Of(card.Verdict.ToString()),
            SheetCell.Of($"v{metric.DefinitionVersion.ToString(CultureInfo.InvariantCulture)}"),
        ];
    }

    /// <summary>Thirteen periods by metric, and the charts made of them.</summary>
    private static IReadOnlyList<NativeChart> History(SheetWriter sheet, string name, Report report, ReportView view, int chartRow)
    {
        var periods = report.Metrics[0].History;
        var first = sheet.NextRow;
        sheet.Table(
            "history",
            [view.Words.Say("col.period"), .. view.Cards.Select(card => card.Name)],
            periods.Select((point, i) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Of(view.Cards[0].History[i].Label), .. report.Metrics.Select(metric => SheetCell.Of(metric.History[i].Value, CellStyles.OfUnit(metric.Unit))),
            ]));
        var last = first + periods.Count;
        var money = report.Metrics[0].Unit;
        return
        [
            new NativeChart($"{view.Cards[0].Name} ({money})", true, "#,##0", Cells('A'), [new NativeSeries(Header('B'), Cells('B'), Now)], 0, chartRow - 1),
            new NativeChart($"{view.Cards[1].Name}, {view.Cards[2].Name} (%)", false, "0%", Cells('A'), [new NativeSeries(Header('C'), Cells('C'), Now), new NativeSeries(Header('D'), Cells('D'), Target)], 4, chartRow - 1),
        ];

        string Header(char column) => $"{SheetName.Quoted(name)}!${column}${Row(first)}";

        string Cells(char column) => $"{SheetName.Quoted(name)}!${column}${Row(first + 1)}:${column}${Row(last)}";

        static string Row(int row) => row.ToString(CultureInfo.InvariantCulture);
    }
}
