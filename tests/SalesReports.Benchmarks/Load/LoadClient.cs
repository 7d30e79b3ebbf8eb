using System.Net.Sockets;
using System.Text;

namespace SalesReports.Benchmarks.Load;

/// <summary>
/// One caller on one connection that is kept: asks, reads the whole answer, asks again. Bare sockets, because a client library
/// takes more of the processor than the server does, and would make both servers look alike.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _buffer;
    private int _filled;

    private LoadClient(Uri address, string? key, int largest)
    {
        _request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{(key is null ? "" : $"x-api-key: {key}\r\n")}\r\n");
        _buffer = new byte[largest + 4096];
    }

    public static async Task<LoadClient> ConnectAsync(Uri address, string? key, int largest)
    {
        var client = new LoadClient(address, key, largest);
        await client._socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    /// <returns>The status, and the body until the next call.</returns>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> GetAsync()
    {
        _filled = 0;
        await _socket.SendAsync(_request);
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf(HeadEnd)) < 0)
        {
            await FillAsync();
        }

        var (status, length) = Read(Encoding.ASCII.GetString(_buffer, 0, head));
        while (_filled < head + HeadEnd.Length + length)
        {
            await FillAsync();
        }

        return (status, _buffer.AsMemory(head + HeadEnd.Length, length));
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask FillAsync()
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += read > 0 ? read : throw new IOException("The connection was closed in the middle of an answer.");
    }

    private static (int Status, int Length) Read(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase) + name.Length;
        var end = head.IndexOf('\r', at);
        return (int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), int.Parse(end < 0 ? head.AsSpan(at) : head.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture));
    }
}
