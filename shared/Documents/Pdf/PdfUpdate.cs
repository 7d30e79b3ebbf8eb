using System.Globalization;
using System.Text;

namespace SalesReports.Documents.Pdf;

/// <summary>Objects that are added to the end of a PDF, or take the place of earlier ones, with the table that finds them.</summary>
/// <param name="length">Of the file that is updated.</param>
internal sealed class PdfUpdate(int length)
{
    private readonly StringBuilder _objects = new("\n");
    private readonly SortedDictionary<int, int> _places = [];

    /// <param name="body">From the dictionary to <c>endobj</c>, in Latin-1.</param>
    public void Add(int number, string body)
    {
        _places[number] = length + _objects.Length;
        _objects.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\n");
    }

    /// <param name="entries">Of the trailer that is replaced.</param>
    /// <param name="previous">Where the table of the file before the update begins.</param>
    public string Close(string entries, string previous)
    {
        var table = length + _objects.Length;
        _objects.Append("xref\n");
        foreach (var (number, place) in _places)
        {
            _objects.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        }

        return _objects.Append(CultureInfo.InvariantCulture, $"trailer\n<<{entries}\n/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n").ToString();
    }
}
