using System.Security.Cryptography;
using System.Text;

namespace SalesReports.Api;

/// <summary>A key as it is stored: never the key itself, only its SHA-256.</summary>
/// <param name="Scope">What it sees: <c>company</c>, which includes all, or one <c>team:T</c> or <c>rep:R</c>.</param>
/// <param name="Expires">Refused from this instant on; null for never.</param>
public sealed record ApiKey(string Id, ReadOnlyMemory<byte> Hash, Role Role, string Scope, DateTimeOffset Created, DateTimeOffset? Expires)
{
    /// <summary>What it is for, as whoever made it says.</summary>
    public string Name { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    /// <summary>To within <see cref="ApiKeys.Noted"/>; null for never.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    private const string Mark = "sr_";
    private const int IdLength = 16;

    /// <summary>Longer texts are refused before they are hashed.</summary>
    internal const int LongestText = 256;

    internal bool IsValidAt(DateTimeOffset now) => Expires is not { } expires || now < expires;

    /// <summary>Takes the same time wherever the first difference lies.</summary>
    internal static bool Matches(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> expected) => CryptographicOperations.FixedTimeEquals(hash, expected);

    internal static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>The public id inside a key, which finds the row to compare with; null when it has not the form of a key.</summary>
    internal static string? IdIn(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && text.Length > Mark.Length + IdLength && text[Mark.Length + IdLength] == '_'
            ? text.Substring(Mark.Length, IdLength)
            : null;

    internal static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A new key of 256 random bits: <c>sr_{id}_{secret}</c>.</summary>
    internal static (string Text, ApiKey Key) Create(Role role, string scope, DateTimeOffset created, DateTimeOffset? expires)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        var text = $"{Mark}{id}_{RandomNumberGenerator.GetHexString(64, lowercase: true)}";
        return (text, new ApiKey(id, HashOf(text), role, scope, created, expires));
    }
}
