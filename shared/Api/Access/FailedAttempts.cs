using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace SalesReports.Api;

/// <summary>
/// Counts requests without a valid key by remote address, in windows of a minute. It slows guessing down and keeps the log
/// readable; a valid key is never held up by it, so that one careless caller behind a shared address locks nobody else out.
/// </summary>
internal sealed class FailedAttempts(TimeProvider clock)
{
    public const int Allowed = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>More addresses than this within a window: all are forgotten, which costs an attacker as many addresses.</summary>
    internal const int MostAddresses = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Attempts> _byAddress = [];

    internal int Addresses => _byAddress.Count;

    /// <summary>Counts one more failure.</summary>
    /// <returns>Null while few enough, else how long to wait.</returns>
    public TimeSpan? Count(IPAddress address)
    {
        lock (_lock)
        {
            if (!_byAddress.TryGetValue(address, out var attempts) || clock.GetElapsedTime(attempts.Since) >= Window)
            {
                MakeRoom();
                attempts = new Attempts(clock.GetTimestamp(), 0);
            }

            attempts = attempts with { Number = attempts.Number + 1 };
            _byAddress[address] = attempts;
            return attempts.Number > Allowed ? Window - clock.GetElapsedTime(attempts.Since) : null;
        }
    }

    /// <summary>
    /// Who is calling. A caller on this machine is the Functions host or a reverse proxy, which adds the true address at the
    /// end of X-Forwarded-For; from elsewhere that header is the caller's own claim. Of IPv6 the network (/64) counts.
    /// </summary>
    public static IPAddress AddressOf(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (IPAddress.IsLoopback(remote)
            && context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() is { Length: > 0 and < 64 } forwarded
            && IPEndPoint.TryParse(forwarded, out var claimed))
        {
            remote = claimed.Address;
        }

        if (remote.IsIPv4MappedToIPv6)
        {
            return remote.MapToIPv4();
        }

        return remote.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. remote.GetAddressBytes().Take(8), .. new byte[8]]) : remote;
    }

    private void MakeRoom()
    {
        if (_byAddress.Count < MostAddresses)
        {
            return;
        }

        foreach (var past in _byAddress.Where(a => clock.GetElapsedTime(a.Value.Since) >= Window).Select(a => a.Key).ToList())
        {
            _byAddress.Remove(past);
        }

        if (_byAddress.Count >= MostAddresses)
        {
            _byAddress.Clear();
        }
    }

    private sealed record Attempts(long Since, int Number);
}
