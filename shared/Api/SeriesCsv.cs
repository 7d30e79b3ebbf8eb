using System.Buffers;
using System.Globalization;
using System.Text;
using SalesReports.Kpis.Series;

namespace SalesReports.Api;

/// <summary>A series as RFC 4180 text. Text that a spreadsheet would take for a formula is written with an apostrophe before it; numbers stay numbers.</summary>
internal static class SeriesCsv
{
    private const string Header = "period,start,end,id,name,value,unit,numerator,denominator,n,coverage,status,reason,smallSample";
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Write(IEnumerable<SeriesPoint> points)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var point in points)
        {
            var (bucket, figure) = (point.Bucket, point.Figure);
            text.AppendJoin(',', [
                bucket.Name, Day(bucket.Start), Day(bucket.End), Text(point.Id), Text(point.Name), Number(figure.Value), figure.Unit, Number(figure.Numerator),
                Number(figure.Denominator), figure.N.ToString(CultureInfo.InvariantCulture), Number(figure.Coverage), figure.Status, Text(figure.Reason), figure.SmallSample ? "true" : "false",
            ]).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(string? text)
    {
        var plain = text is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..] ? "'" + text : text ?? "";
        return plain.AsSpan().ContainsAny(Special) ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
