using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Documents.Xlsx;
using SalesReports.Reports;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetName = SalesReports.Documents.Xlsx.SheetName;
using Told = SalesReports.Documents.Content.Cell;

namespace SalesReports.Tests.Documents;

/// <summary>The workbook read back: valid, numbers as numbers, text as text, every table and figure there.</summary>
public sealed class WorkbookTests
{
    private static readonly WorkbookRenderer Renderer = new();

    private static IReadOnlyList<Report> Reports { get; } = [.. FullReports.All, .. ReportSamples.All];

    public static TheoryData<int, string> Every { get; } = new(from report in Enumerable.Range(0, FullReports.All.Count + ReportSamples.All.Count) from language in Theme.Languages select (report, language));

    [Theory]
    [MemberData(nameof(Every))]
    public void The_validator_finds_nothing(int report, string language)
    {
        using var workbook = Open(Reports[report], language);

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri}: {error.Path?.XPath} {error.Description}");

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_number_of_every_section_is_a_number_on_its_sheet(string language)
    {
        using var workbook = Open(FullReports.Month, language);
        foreach (var section in SectionViews.Of(FullReports.Month, language, ReportSamples.Theme).Where(section => section.Blocks.OfType<TableBlock>().Any()))
        {
            var numbers = Cells(workbook, section.Title).Where(cell => cell.DataType is null).Select(cell => decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).ToHashSet();
            Assert.All(section.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Number).OfType<decimal>(), number => Assert.Contains(number, numbers));
        }
    }

    [Fact]
    public void The_seven_metrics_of_the_json_stand_on_the_first_sheet()
    {
        using var workbook = Open(FullReports.Month, "fr");
        var numbers = Cells(workbook, "Résumé").Where(cell => cell.DataType is null).Select(cell => decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).ToHashSet();

        Assert.All(FullReports.Month.Metrics.Where(metric => metric.Value is not null), metric => Assert.Contains(metric.Value!.Value, numbers));
    }

    [Fact]
    public void Nothing_is_a_formula_and_what_looks_like_one_is_guarded_text()
    {
        using var workbook = Open(FullReports.Month, "fr");
        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList();
        var formats = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var dangerous = cells.Where(cell => cell.InlineString is { } text && text.InnerText.Length > 0 && "=+-@".Contains(text.InnerText[0])).ToList();

        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.Contains(dangerous, cell => cell.InlineString!.InnerText.StartsWith("=HYPERLINK(", StringComparison.Ordinal));
        Assert.All(dangerous, cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value == true || formats[(int)cell.StyleIndex.Value].FontId! > 1u));
        Assert.All(cells.Select(cell => cell.InlineString?.InnerText ?? ""), text => Assert.DoesNotContain(text, character => char.IsControl(character) || character is '\u202E'));
        Assert.Contains(cells, cell => cell.DataType is null && cell.CellValue!.Text.StartsWith('-'));
    }

    [Fact]
    public void It_has_charts_real_tables_rules_a_frozen_header_and_a_table_for_pivots()
    {
        using var workbook = Open(FullReports.Month, "en");
        var parts = workbook.WorkbookPart!.WorksheetParts.ToList();
        var tables = parts.SelectMany(part => part.TableDefinitionParts).Select(part => part.Table!).ToList();

        Assert.Equal(2, parts.Sum(part => part.DrawingsPart?.ChartParts.Count() ?? 0));
        Assert.True(tables.Count > 20, $"Only {tables.Count} tables.");
        Assert.Equal(tables.Count, tables.Select(table => table.Name!.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains(tables, table => table.Name == "data");
        Assert.All(parts, part => Assert.Equal(1D, part.Worksheet!.Descendants<Pane>().Single().VerticalSplit!.Value));
        Assert.All(parts, part => Assert.True(part.Worksheet!.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value));
        Assert.Contains(parts, part => part.Worksheet!.Descendants<DataBar>().Any());
        Assert.Equal("Summary", workbook.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().First().Name);
    }

    /// <summary>20,000 rows of four numbers each on their sheet, 80,000 and the history on the sheet of all numbers.</summary>
    [Fact]
    public void A_hundred_thousand_rows_stream_and_all_arrive()
    {
        const int rows = 20_000;
        var table = Enumerable.Range(0, rows).Select(i => new TableRow([new Told($"Customer {i % 977}"), new Told("", i * 1.37m, Unit: ColumnKind.Money), new Told("", i / 100_000m), new Told("", Date: new DateOnly(2026, 1, 1).AddDays(i % 300)), new Told("", i)])).ToList();
        var section = new SectionView("big", "Big", "Many rows, one sheet.", [new TableBlock("big", "Big", [new("Name", ColumnKind.Text), new("Amount", ColumnKind.Money), new("Share", ColumnKind.Ratio), new("Day", ColumnKind.Date), new("Count", ColumnKind.Count)], table, null, 10)]);
        var view = ReportWording.Of(ReportSamples.Weekly, "en", ReportSamples.Theme);
        using var warm = new MemoryStream();
        WorkbookRenderer.Write(warm, ReportSamples.Weekly, view, []);
        var (before, watch) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());

        using var file = new MemoryStream();
        WorkbookRenderer.Write(file, ReportSamples.Weekly, view, [section]);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.ElapsedMilliseconds} ms, heap {GC.GetGCMemoryInfo().HeapSizeBytes / 1_000_000} MB, grown by {(GC.GetTotalMemory(forceFullCollection: false) - before) / 1_000_000} MB, file {file.Length / 1_000_000} MB"));
        file.Position = 0;
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var tables = workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.TableDefinitionParts).Select(part => part.Table!).ToDictionary(own => own.Name!.Value!, own => own.Reference!.Value!);
        var history = ReportSamples.Weekly.Metrics.Sum(metric => metric.History.Count(point => point.Value is not null));
        Assert.Equal($"A5:E{rows + 5}", tables["t_big"]);
        Assert.Equal($"A1:G{(rows * 4) + history + 1}", tables["data"]);
    }

    private static SpreadsheetDocument Open(Report report, string language) => SpreadsheetDocument.Open(new MemoryStream(Renderer.Render(report, language, ReportSamples.Theme)), isEditable: false);

    private static List<Cell> Cells(SpreadsheetDocument workbook, string sheet)
    {
        var id = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(one => one.Name == SheetName.Of(sheet, [])).Id!.Value!;
        return [.. ((WorksheetPart)workbook.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Cell>()];
    }
}
