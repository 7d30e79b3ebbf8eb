using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>
/// Signs what a link says, so that it opens without a login and for nothing else: HMAC-SHA256 with the setting <c>LinkSecret</c>,
/// or with a secret that whoever needs it first makes and stores.
/// </summary>
public sealed class LinkSigner(Tables tables, IOptions<DeliveryOptions> options)
{
    internal const int ShortestSecret = 32;
    private const int LongestToken = 1024;
    private const string Place = "links";
    private const string Column = "secret";

    private byte[]? _secret;

    /// <returns>URL-safe text: what is said, a dot, its signature.</returns>
    public async Task<string> SignAsync(string said, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(said);
        return $"{Base64Url.EncodeToString(bytes)}.{Base64Url.EncodeToString(HMACSHA256.HashData(await SecretAsync(cancellationToken), bytes))}";
    }

    /// <returns>What the token says; null when it was not signed here.</returns>
    public async Task<string?> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= LongestToken } || token.Split('.') is not [var said, var signature] || !Base64Url.IsValid(said) || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(said);
        var expected = HMACSHA256.HashData(await SecretAsync(cancellationToken), bytes);
        return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature)) ? Encoding.UTF8.GetString(bytes) : null;
    }

    private async Task<byte[]> SecretAsync(CancellationToken cancellationToken) => _secret ??= options.Value.LinkSecret is { Length: > 0 } configured
        ? SHA256.HashData(Encoding.UTF8.GetBytes(configured))
        : await StoredAsync(cancellationToken);

    /// <summary>Of two hosts that make it at once the first one's counts.</summary>
    private async Task<byte[]> StoredAsync(CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync("secrets", cancellationToken);
        try
        {
            await table.AddEntityAsync(new TableEntity(Place, Place) { [Column] = RandomNumberGenerator.GetBytes(32) }, cancellationToken);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // It is read below.
        }

        return (await table.GetEntityAsync<TableEntity>(Place, Place, cancellationToken: cancellationToken)).Value.GetBinary(Column);
    }
}
