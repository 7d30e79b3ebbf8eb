using System.Text.Json.Serialization;
using SalesReports.Facts;

namespace SalesReports.Identity;

/// <summary>What two records may have in common, the strongest first. Source: metrics.md, customer identity.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchKeyKind>))]
public enum MatchKeyKind
{
    Decision,
    ExternalId,
    VatNumber,
    Domain,
    NameAndPostcode,
}

/// <summary>A key in its normalised form; records that share one may be one customer.</summary>
public sealed record MatchKey(MatchKeyKind Kind, string Value)
{
    /// <summary>The keys of a record, strongest first; decisions are not the record's own.</summary>
    public static IEnumerable<MatchKey> Of(Customer customer)
    {
        if (ExternalIdOf(customer) is { } externalId)
        {
            yield return new MatchKey(MatchKeyKind.ExternalId, externalId);
        }

        if (VatNumber.Normalise(customer.VatNumber, customer.Country) is { } vat)
        {
            yield return new MatchKey(MatchKeyKind.VatNumber, vat);
        }

        if (CompanyDomain.Normalise(customer.Domain) is { } domain)
        {
            yield return new MatchKey(MatchKeyKind.Domain, domain);
        }

        if (CompanyName.Normalise(customer.Name) is { } name && CompanyName.Postcode(customer.Postcode) is { } postcode)
        {
            yield return new MatchKey(MatchKeyKind.NameAndPostcode, $"{name} {postcode}");
        }
    }

    /// <summary>Spaces and case are the only freedom; an id without a letter or a digit other than 0 stands for none.</summary>
    private static string? ExternalIdOf(Customer customer) =>
        customer.ExternalId?.Trim() is { } id && id.Any(c => char.IsLetterOrDigit(c) && c != '0') ? id.ToUpperInvariant() : null;
}
