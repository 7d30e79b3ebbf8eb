using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SalesReports.IntegrationTests.Api;

/// <summary>A request as bytes on the wire: an HTTP client would tidy it up, or refuse to send it.</summary>
internal static class RawRequest
{
    /// <summary>Longer than any answer to nonsense takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The status and how long it took; status 0 when the connection was closed without an answer.</returns>
    public static async Task<(int Status, TimeSpan Took)> SendAsync(Uri address, string head, byte[] body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        var began = TimeProvider.System.GetTimestamp();
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body], patience.Token);

            // A body that is shorter than it says ends here.
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            // Answered before all was sent; the answer may be there.
        }

        var line = await FirstLineAsync(stream, patience.Token);
        var status = line?.Split(' ') is [_, var code, ..] ? int.Parse(code, CultureInfo.InvariantCulture) : 0;
        return (status, TimeProvider.System.GetElapsedTime(began));
    }

    private static async Task<string?> FirstLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var line = await reader.ReadLineAsync(cancellationToken);
            await reader.ReadToEndAsync(cancellationToken);
            return line;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
