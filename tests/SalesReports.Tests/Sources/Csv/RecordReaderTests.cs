using System.Text;
using CsCheck;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Tests.Sources.Csv;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b / 1|2")]
    [InlineData("a,b\r\n1,2", "a|b / 1|2")]
    [InlineData("a,b\r1,2\r", "a|b / 1|2")]
    [InlineData("\"a,b\",\"say \"\"hi\"\"\"\n", "a,b|say \"hi\"")]
    [InlineData("a,\n,\n", "a| / |")]
    [InlineData("#1,2\n3,4\n", "#1|2 / 3|4")]
    [InlineData("5\" pipe,2\n", "5\" pipe|2")]
    [InlineData("\"\",\"x\"", "|x")]
    [InlineData("\"a\r\nb\",c\n", "a\r\nb|c")]
    public async Task Cells_are_parted_as_rfc_4180_says(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", (await ReadAsync(text)).Select(record => string.Join('|', record.Cells))));

    [Fact]
    public async Task A_record_tells_the_physical_line_it_begins_on()
    {
        var records = await ReadAsync("a,b\n\"one\r\ntwo\nthree\",x\r\n\r\nlast,y\n");

        Assert.Equal([1L, 2L, 5L, 6L], records.Select(record => record.Line));
        Assert.Equal([false, false, true, false], records.Select(record => record.IsBlank));
    }

    [Fact]
    public async Task A_wrong_quote_spoils_its_own_record_only()
    {
        var records = await ReadAsync("a,b\n\"x\"y,2\n3,4\n");

        Assert.Equal([false, true, false], records.Select(record => record.Fault is not null));
        Assert.Equal(["3", "4"], records[2].Cells);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told_where_it_opens()
    {
        var last = (await ReadAsync("a,b\n1,2\n\"x,2\n3,4\n"))[^1];

        Assert.Equal(3, last.Line);
        Assert.Contains("never closed", last.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_cell_is_cut_and_the_next_record_is_right()
    {
        var records = await ReadAsync($"{new string('x', 1_000_000)},2\n3,4\n");

        Assert.Equal([RecordReader.LongestCell, 1], records[0].Cells.Select(cell => cell.Length));
        Assert.Equal(["3", "4"], records[1].Cells);
    }

    [Fact]
    public async Task Cells_past_the_thousandth_are_counted_and_not_kept()
    {
        var record = Assert.Single(await ReadAsync(new string(',', 4_999)));

        Assert.Equal((5_000, RecordReader.MostColumns), (record.Count, record.Cells.Length));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_in_pieces_of_any_size() =>
        Gen.Select(Gen.String[Gen.Char["ab,;\"\r\n\t é"], 0, 6].Array[1, 4].Array[0, 6], Gen.Int[1, 9]).Sample((rows, piece) =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
            var read = ReadAsync(new SlowReader(text, piece)).GetAwaiter().GetResult();
            return read.Count == rows.Length && read.Zip(rows).All(pair => pair.First.Cells.SequenceEqual(pair.Second));
        });

    private static Task<List<CsvRecord>> ReadAsync(string text) => ReadAsync(new StringReader(text));

    private static async Task<List<CsvRecord>> ReadAsync(TextReader text)
    {
        var reader = new RecordReader(text, ',');
        var records = new List<CsvRecord>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } record)
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Gives a few characters at a time, so that every cut of the buffer comes up.</summary>
    private sealed class SlowReader(string text, int piece) : TextReader
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(Math.Min(piece, buffer.Length), text.Length - _at);
            text.AsSpan(_at, length).CopyTo(buffer.Span);
            _at += length;
            return ValueTask.FromResult(length);
        }
    }
}
