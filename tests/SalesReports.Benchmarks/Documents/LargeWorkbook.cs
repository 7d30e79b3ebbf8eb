using System.Diagnostics;
using System.Globalization;
using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Documents.Xlsx;
using SalesReports.Reports;

namespace SalesReports.Benchmarks.Documents;

/// <summary>A workbook whose sheets hold a hundred thousand rows: 20,000 of a section and 80,000 of all its numbers.</summary>
internal static class LargeWorkbook
{
    private const int SectionRows = 20_000;
    private const double Megabyte = 1_000_000;

    /// <param name="report">A <c>report.json</c> file, which gives the rest of the workbook.</param>
    public static void Run(string report)
    {
        var read = ReportJson.Read(File.ReadAllBytes(report));
        var view = ReportWording.Of(read, "en", new Theme("Maison Lefèvre & Fils"));
        var started = Stopwatch.GetTimestamp();
        using var file = new MemoryStream();
        WorkbookRenderer.Write(file, read, view, [Section()]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"workbook of 100,000 rows, first of a process: {seconds:0.00} s (at most 3.5), peak working set {self.PeakWorkingSet64 / Megabyte:0} MB (at most 260), {file.Length / Megabyte:0.0} MB"));
    }

    private static SectionView Section() => new("big", "Big", "Many rows, one sheet.",
    [
        new TableBlock(
            "big", "Big", [new("Name", ColumnKind.Text), new("Amount", ColumnKind.Money), new("Share", ColumnKind.Ratio), new("Day", ColumnKind.Date), new("Count", ColumnKind.Count)],
            [.. Enumerable.Range(0, SectionRows).Select(i => new TableRow([new Cell($"Customer {i % 977}"), new Cell("", i * 1.37m, Unit: ColumnKind.Money), new Cell("", i / 100_000m), new Cell("", Date: new DateOnly(2026, 1, 1).AddDays(i % 300)), new Cell("", i)]))],
            null, 10),
    ]);
}
