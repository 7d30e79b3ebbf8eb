using System.Globalization;
using System.Text;
using SalesReports.Calendar;

namespace SalesReports.Local.Sample;

/// <summary>Writes one canonical CSV file: UTF-8, comma, invariant numbers, times with their offset.</summary>
internal sealed class SampleFile : IDisposable
{
    private static readonly BusinessZone Paris = new("Europe/Paris");

    private readonly StreamWriter _writer;
    private readonly int _columns;

    /// <param name="header">The column names, comma separated, as imports.md has them.</param>
    public SampleFile(string folder, string name, string header)
    {
        _writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        _writer.WriteLine(header);
        _columns = header.Count(character => character == ',') + 1;
    }

    public int Rows { get; private set; }

    /// <summary>Writes a row; null is an empty cell.</summary>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length != _columns)
        {
            throw new ArgumentException($"{cells.Length} cells do not fit {_columns} columns.", nameof(cells));
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(',');
            }

            _writer.Write(Quoted(Text(cells[i])));
        }

        _writer.WriteLine();
        Rows++;
    }

    public void Dispose() => _writer.Dispose();

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime wallClock => Paris.InstantOf(wallClock).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot be a {cell.GetType().Name}; text, numbers, dates and true or false are written.", nameof(cell)),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
