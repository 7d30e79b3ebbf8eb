using System.Security.Cryptography;
using System.Text;

namespace SalesReports.Delivery;

/// <summary>
/// The provider's signature over timestamp and raw body: ECDSA on P-256 with SHA-256, the signature in DER. One byte of the body
/// less, such as the line end that it ends with, and it does not hold. See
/// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features.
/// </summary>
public static class WebhookSignature
{
    private const int LongestSignature = 200;

    /// <param name="publicKey">SubjectPublicKeyInfo in base64, as the provider shows it.</param>
    /// <param name="signature">As its header has it.</param>
    /// <param name="timestamp">As its header has it, unchanged.</param>
    public static bool IsValid(string publicKey, string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[LongestSignature];
        if (signature.Length > LongestSignature || !Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(signed, given[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether the text is a key that <see cref="IsValid"/> can use.</summary>
    public static bool IsKey(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.KeySize == 256;
        }
        catch (Exception unusable) when (unusable is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
