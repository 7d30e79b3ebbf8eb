using System.Globalization;
using System.Security;

namespace SalesReports.Documents.Xlsx;

/// <summary>A chart of the workbook's own: it follows the cells it is made of.</summary>
/// <param name="Categories">Range with the sheet's name.</param>
/// <param name="Column">Left column of where it stands, 0 the first.</param>
internal sealed record NativeChart(string Title, bool IsBars, string Format, string Categories, IReadOnlyList<NativeSeries> Series, int Column, int Row);

/// <param name="Name">Cell of the header.</param>
internal sealed record NativeSeries(string Name, string Values, string Colour);

/// <summary>Charts and where they stand, as DrawingML. Source: ECMA-376, 21.2 and 20.5.</summary>
internal static class NativeChartXml
{
    private const int ColumnsWide = 5;
    private const int RowsHigh = 17;

    public static string Of(NativeChart chart)
    {
        var series = string.Concat(chart.Series.Select((one, i) => Series(chart, one, i)));
        var plot = chart.IsBars
            ? $"""<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>"""
            : $"""<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>""";
        return $"""
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>{Title(chart.Title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{plot}<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="{SecurityElement.Escape(chart.Format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea>{(chart.Series.Count > 1 ? """<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>""" : "")}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>
            """;
    }

    public static string Anchors(IReadOnlyList<NativeChart> charts) =>
        $"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{string.Concat(charts.Select(Anchor))}</xdr:wsDr>""";

    private static string Anchor(NativeChart chart, int index)
    {
        var (id, title) = (Number(index + 1), SecurityElement.Escape(chart.Title));
        return $"""
            <xdr:twoCellAnchor>{Place("from", chart.Column, chart.Row)}{Place("to", chart.Column + ColumnsWide, chart.Row + RowsHigh)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{Number(index + 2)}" name="{title}" descr="{title}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId{id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>
            """;
    }

    private static string Series(NativeChart chart, NativeSeries series, int index)
    {
        var shape = chart.IsBars
            ? $"""<c:spPr><a:solidFill><a:srgbClr val="{series.Colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>"""
            : $"""<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="{series.Colour}"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>""";
        return $"""<c:ser><c:idx val="{Number(index)}"/><c:order val="{Number(index)}"/><c:tx><c:strRef><c:f>{SecurityElement.Escape(series.Name)}</c:f></c:strRef></c:tx>{shape}<c:cat><c:strRef><c:f>{SecurityElement.Escape(chart.Categories)}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>{SecurityElement.Escape(series.Values)}</c:f></c:numRef></c:val></c:ser>""";
    }

    private static string Title(string text) =>
        $"""<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1200" b="1"/><a:t>{SecurityElement.Escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>""";

    private static string Place(string name, int column, int row) =>
        $"<xdr:{name}><xdr:col>{Number(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{Number(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
