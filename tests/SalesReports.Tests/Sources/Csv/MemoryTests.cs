using System.Globalization;
using System.Text;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Rows = 300_000;
    private const int BlockRows = 1_000;
    private const long Allowance = 32L * 1024 * 1024;

    [Fact]
    public async Task Three_hundred_thousand_lines_stream_in_constant_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0, orders = 0, lines = 0;
        await foreach (var fact in new CsvSource(new EndlessFile(), Pulled.Paris, CsvOptions.Default).PullAsync(PullWindow.Everything, new Pulled(), TestContext.Current.CancellationToken))
        {
            lines += ((Order)fact).Lines.Count;
            if (++orders % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal((Rows / 3, Rows), (orders, lines));
        Assert.True(most < Allowance, $"{most / 1024 / 1024} MB were held at once.");
    }

    /// <summary>A file that is made while it is read, so that the test itself holds nothing.</summary>
    private sealed class EndlessFile : ImportFiles
    {
        public override string Place => "folder 'endless'";

        public override Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["orders.csv"]);

        public override Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) => Task.FromResult<Stream>(new MadeStream());
    }

    private sealed class MadeStream : Stream
    {
        private byte[] _block = Encoding.UTF8.GetBytes("order_id,ordered_at,customer_id,line_no,sku,quantity,net_amount\n");
        private int _at;
        private int _next;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _block.Length)
            {
                if (_next == Rows)
                {
                    return 0;
                }

                _block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(_next, BlockRows).Select(row =>
                    string.Create(CultureInfo.InvariantCulture, $"O{row / 3},2026-11-02,C{row / 3 % 97},{row % 3},sku-{row % 50},2,19.90\n"))));
                (_at, _next) = (0, _next + BlockRows);
            }

            var length = Math.Min(count, _block.Length - _at);
            Array.Copy(_block, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
