using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SalesReports.Local;

/// <summary>Ports of this machine alone, 127.0.0.1.</summary>
internal static class LoopbackPort
{
    /// <summary>Asked before the work, so that the answer does not come a minute late; the work is done all the same.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static string Taken(int port) => string.Create(
        CultureInfo.InvariantCulture, $"Port {port} is in use, so the API is not served; name another one with --port, or 0 for any free one.");
}
