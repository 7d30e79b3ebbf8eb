using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text.Json;

namespace SalesReports.Reports.Revisions;

/// <summary>
/// What a report was made of, part by part and key by key, each as a fingerprint: facts by day, master data by id, targets, rates,
/// settings, formula versions; never clocks or watermarks. Kept beside a revision, so that the next one can say why it differs.
/// Source: storage.md, blobs and reports.
/// </summary>
/// <param name="Parts">Name of the part (<see cref="InputPart"/>) to key to fingerprint.</param>
/// <param name="Orders">Business day (<c>2026-10-14</c>) to orders of any status; days without any may be left out.</param>
public sealed record InputState(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Parts, IReadOnlyDictionary<string, int> Orders)
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public static InputState Nothing { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>(), new Dictionary<string, int>());

    /// <summary>Equal for equal inputs, in whatever order they were read.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Write().ToMemory().Span));

    public BinaryData Write() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(
        new InputState(
            new SortedDictionary<string, IReadOnlyDictionary<string, string>>(Parts.ToDictionary(p => p.Key, p => Sorted(p.Value), StringComparer.Ordinal), StringComparer.Ordinal),
            Sorted(Orders)),
        Json));

    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    public static InputState Read(BinaryData data) =>
        JsonSerializer.Deserialize<InputState>(data.ToMemory().Span, Json) ?? throw new JsonException("The state of inputs is an object, not null.");

    /// <summary>A short fingerprint of anything that serialises the same when it is the same.</summary>
    public static string Fingerprint<T>(T value) => FingerprintOf(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    /// <inheritdoc cref="Fingerprint{T}"/>
    public static string FingerprintOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

    private static IReadOnlyDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> entries) =>
        new SortedDictionary<string, T>(entries.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>The parts of an <see cref="InputState"/>.</summary>
public static class InputPart
{
    /// <summary>Facts, by business day.</summary>
    public const string Facts = "facts";

    /// <summary>First days of customers.</summary>
    public const string FirstOrders = "firstOrders";
    /// <summary>Sources that are late or suspect, with what they give.</summary>
    public const string Doubtful = "doubtful";
    public const string Deals = "deals";
    public const string Leads = "leads";
    public const string Quotes = "quotes";
    public const string Customers = "customers";
    public const string Reps = "reps";
    public const string Products = "products";
    public const string Stages = "stages";
    public const string Targets = "targets";
    public const string Rates = "rates";

    /// <summary>Which customers are one.</summary>
    public const string Identities = "identities";

    /// <summary>Forecasts made earlier.</summary>
    public const string Forecasts = "forecasts";
    public const string Settings = "settings";

    /// <summary>Versions of the formulas.</summary>
    public const string Definitions = "definitions";
}
