using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesReports.Documents.Xlsx;

/// <summary>Writes a sheet's rows as they come; tables, rules, print set-up and drawing follow them, as the format wants it.</summary>
internal sealed class SheetWriter : IDisposable
{
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    private readonly OpenXmlWriter _xml;
    private readonly Row _row = new();
    private readonly Cell _number = new();
    private readonly CellValue _value = new();
    private readonly InlineString _inline = new();
    private readonly Text _text = new();
    private readonly List<string> _columns = [];
    private readonly List<SheetTable> _tables = [];
    private readonly List<(string Range, int Rule)> _bars = [];
    private readonly List<string> _verdicts = [];

    /// <param name="part">Where the sheet's part goes; left open.</param>
    /// <param name="frozenRows">Stay in sight when scrolling.</param>
    public SheetWriter(Stream part, IReadOnlyList<double> widths, int frozenRows)
    {
        _xml = OpenXmlWriter.Create(part);
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement(new Worksheet());

        // Fitting to the width of a page only works with this first. Source: ECMA-376, 18.3.1.65.
        _xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (frozenRows > 0)
        {
            view.Append(new Pane { VerticalSplit = frozenRows, TopLeftCell = $"A{Number(frozenRows + 1)}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        _xml.WriteElement(new SheetViews(view));
        _xml.WriteElement(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        _xml.WriteStartElement(new SheetData());
    }

    /// <summary>Number of the row that comes next; the first is 1.</summary>
    public int NextRow { get; private set; } = 1;

    public IReadOnlyList<SheetTable> Tables => _tables;

    public void Write(params ReadOnlySpan<SheetCell> cells)
    {
        var row = Number(NextRow++);
        _xml.WriteStartElement(_row, [new OpenXmlAttribute("r", "", row)]);
        for (var column = 0; column < cells.Length; column++)
        {
            Write(cells[column], ColumnName(column) + row);
        }

        _xml.WriteEndElement();
    }

    /// <summary>A real table: header and rows. Without a row there is none.</summary>
    public void Table(string name, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        var first = NextRow;
        var unique = UniqueHeaders.Of(headers);
        Write([.. unique.Select(header => SheetCell.Of(header, CellStyle.Header))]);
        foreach (var row in rows)
        {
            Write([.. row]);
        }

        if (NextRow > first + 1)
        {
            _tables.Add(new SheetTable(name, unique, Range(0, first, unique.Count - 1, NextRow - 1)));
        }
    }

    /// <summary>Bars in the cells of a column, from its smallest to its largest number.</summary>
    public void Bars(int column, int firstRow) => _bars.Add((Range(column, firstRow, column, NextRow - 1), _bars.Count));

    /// <summary>Cells that begin with a status's shape take its colour.</summary>
    public void Verdicts(int column, int firstRow) => _verdicts.Add(Range(column, firstRow, column, NextRow - 1));

    /// <param name="drawing">Id of the drawing's relationship; null without charts.</param>
    public void Finish(string? drawing)
    {
        _xml.WriteEndElement();
        foreach (var rule in SheetRules.Of(_bars.Select(bar => bar.Range), _verdicts))
        {
            _xml.WriteElement(rule);
        }

        _xml.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _xml.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        if (drawing is not null)
        {
            _xml.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = drawing });
        }

        if (_tables.Count > 0)
        {
            _xml.WriteElement(new TableParts(_tables.Select((_, i) => new TablePart { Id = $"rId{Number(i + 1)}" })) { Count = (uint)_tables.Count });
        }

        _xml.WriteEndElement();
    }

    public void Dispose() => _xml.Dispose();

    private void Write(SheetCell cell, string place)
    {
        var style = new OpenXmlAttribute("s", "", Number((int)cell.Style + (cell.IsBold ? StyleSheet.Bold : 0)));
        var number = cell.Date is { } day ? day.DayNumber - FirstDay.DayNumber : cell.Number;
        if (number is { } value)
        {
            _xml.WriteStartElement(_number, [new OpenXmlAttribute("r", "", place), style]);
            _xml.WriteStartElement(_value);
            _xml.WriteString(value.ToString(CultureInfo.InvariantCulture));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            _xml.WriteStartElement(_number, [new OpenXmlAttribute("r", "", place), style, new OpenXmlAttribute("t", "", "inlineStr")]);
            _xml.WriteStartElement(_inline);
            _xml.WriteStartElement(_text);
            _xml.WriteString(text);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
    }

    private string Range(int fromColumn, int fromRow, int toColumn, int toRow) =>
        $"{ColumnName(fromColumn)}{Number(fromRow)}:{ColumnName(toColumn)}{Number(toRow)}";

    /// <summary><c>A</c> for 0, <c>AA</c> for 26.</summary>
    private string ColumnName(int column)
    {
        while (_columns.Count <= column)
        {
            var next = _columns.Count;
            _columns.Add((next < 26 ? "" : ((char)('A' + (next / 26) - 1)).ToString()) + (char)('A' + (next % 26)));
        }

        return _columns[column];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Name">Unique in the workbook.</param>
internal sealed record SheetTable(string Name, IReadOnlyList<string> Columns, string Range);
