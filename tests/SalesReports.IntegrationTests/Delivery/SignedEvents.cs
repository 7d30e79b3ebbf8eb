using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>The provider's event webhook as its documentation has it: a key pair of its own, arrays that end with a line end, DER signatures.</summary>
internal sealed class SignedEvents : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <param name="number">Names the event: told again, it has the same.</param>
    /// <param name="deliveryId">The custom argument of our message, flattened as the provider does; none when null.</param>
    public string Event(string name, int number, string? deliveryId, string? email = null, string? type = null)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["email"] = email ?? "anna@example.com",
            ["timestamp"] = new DateTimeOffset(2026, 11, 23, 9, 0, number, TimeSpan.Zero).ToUnixTimeSeconds(),
            ["event"] = name,
            ["sg_event_id"] = $"{name}-{number}-{deliveryId}",
            ["sg_message_id"] = "LRzXl_NHStOGhQ4kofSm_A.recvd-5f5c-1.0",
            ["category"] = new[] { "sales-report" },
        };
        if (deliveryId is not null)
        {
            told["delivery_id"] = deliveryId;
        }

        if (type is not null)
        {
            told["type"] = type;
        }

        return JsonSerializer.Serialize(told);
    }

    public string Body(params IEnumerable<string> events) => $"[{string.Join(',', events)}]\r\n";

    public (string Signature, string Timestamp) Sign(string body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = _key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (Convert.ToBase64String(signature), timestamp);
    }

    public void Dispose() => _key.Dispose();
}
