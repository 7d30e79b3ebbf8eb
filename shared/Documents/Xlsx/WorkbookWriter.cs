using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using SalesReports.Documents.Wording;
using SalesReports.Measures;

namespace SalesReports.Documents.Xlsx;

/// <summary>Sheets one after the other, each with its tables and charts; then what holds them together.</summary>
internal sealed class WorkbookWriter : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly PackageWriter _package;
    private readonly List<(string Name, bool RepeatsHeader)> _sheets = [];
    private int _tables;
    private int _charts;

    public WorkbookWriter(Stream file, Words words, Currency currency)
    {
        _package = new PackageWriter(file);
        _package.Write("xl/styles.xml", $"{Spreadsheet}styles+xml", StyleSheet.Xml(words, currency));
    }

    /// <param name="write">Writes the rows and gives the sheet's charts.</param>
    /// <param name="repeatsHeader">The first row is printed on every page.</param>
    public void Sheet(string title, IReadOnlyList<double> widths, int frozenRows, bool repeatsHeader, Func<SheetWriter, string, IReadOnlyList<NativeChart>> write)
    {
        var name = SheetName.Of(title, [.. _sheets.Select(sheet => sheet.Name)]);
        _sheets.Add((name, repeatsHeader));
        var path = $"xl/worksheets/sheet{Number(_sheets.Count)}.xml";
        IReadOnlyList<SheetTable> tables;
        IReadOnlyList<NativeChart> charts;
        using (var part = _package.Open(path, $"{Spreadsheet}worksheet+xml"))
        using (var sheet = new SheetWriter(part, widths, frozenRows))
        {
            charts = write(sheet, name);
            tables = sheet.Tables;
            sheet.Finish(charts.Count > 0 ? "drawing" : null);
        }

        List<Relationship> related = [.. tables.Select((table, i) => new Relationship($"rId{Number(i + 1)}", $"{Office}table", Table(table)))];
        if (charts.Count > 0)
        {
            related.Add(new Relationship("drawing", $"{Office}drawing", Drawing(charts)));
        }

        if (related.Count > 0)
        {
            _package.Relate(path, related);
        }
    }

    public void Finish(string title, string language, DateTimeOffset builtAt)
    {
        _package.Write("xl/workbook.xml", $"{Spreadsheet}sheet.main+xml", Workbook());
        _package.Relate("xl/workbook.xml",
        [
            .. _sheets.Select((_, i) => new Relationship($"rId{Number(i + 1)}", $"{Office}worksheet", $"worksheets/sheet{Number(i + 1)}.xml")),
            new Relationship("styles", $"{Office}styles", "styles.xml"),
        ]);
        _package.Write("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", FileProperties.Xml(title, language, builtAt));
        _package.Relate("",
        [
            new Relationship("workbook", $"{Office}officeDocument", "xl/workbook.xml"),
            new Relationship("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ]);
    }

    public void Dispose() => _package.Dispose();

    private string Workbook()
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(_sheets.Select((sheet, i) => new Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = $"rId{Number(i + 1)}" })));
        var repeated = _sheets.Select((sheet, i) => (sheet, Index: (uint)i)).Where(entry => entry.sheet.RepeatsHeader)
            .Select(entry => new DefinedName($"{SheetName.Quoted(entry.sheet.Name)}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = entry.Index }).ToList();
        if (repeated.Count > 0)
        {
            workbook.Append(new DefinedNames(repeated));
        }

        return workbook.OuterXml;
    }

    private string Table(SheetTable table)
    {
        var id = (uint)++_tables;
        var xml = new Table(
            new AutoFilter { Reference = table.Range },
            new TableColumns(table.Columns.Select((column, i) => new TableColumn { Id = (uint)i + 1, Name = column })) { Count = (uint)table.Columns.Count },
            new TableStyleInfo { Name = "TableStyleLight9", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = true, ShowColumnStripes = false })
        {
            Id = id,
            Name = table.Name,
            DisplayName = table.Name,
            Reference = table.Range,
            TotalsRowShown = false,
        };
        _package.Write($"xl/tables/table{Number((int)id)}.xml", $"{Spreadsheet}table+xml", xml.OuterXml);
        return $"../tables/table{Number((int)id)}.xml";
    }

    private string Drawing(IReadOnlyList<NativeChart> charts)
    {
        var first = _charts;
        foreach (var chart in charts)
        {
            _package.Write($"xl/charts/chart{Number(++_charts)}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", NativeChartXml.Of(chart));
        }

        var path = $"xl/drawings/drawing{Number(first + 1)}.xml";
        _package.Write(path, "application/vnd.openxmlformats-officedocument.drawing+xml", NativeChartXml.Anchors(charts));
        _package.Relate(path, charts.Select((_, i) => new Relationship($"rId{Number(i + 1)}", $"{Office}chart", $"../charts/chart{Number(first + i + 1)}.xml")));
        return $"../drawings/drawing{Number(first + 1)}.xml";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
