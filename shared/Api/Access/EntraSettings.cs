using System.ComponentModel.DataAnnotations;

namespace SalesReports.Api;

/// <summary>Section <c>Entra</c>: tokens of Microsoft Entra ID beside API keys; none are taken without it.</summary>
public sealed class EntraSettings : IValidatableObject
{
    /// <summary>Such as <c>https://login.microsoftonline.com/TENANT-ID/v2.0</c>; a tenant of its own, never <c>common</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>The application id that tokens are made for.</summary>
    public string? Audience { get; init; }

    internal bool IsSet => !string.IsNullOrWhiteSpace(Authority);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Authority) != string.IsNullOrWhiteSpace(Audience))
        {
            yield return new ValidationResult("Entra:Authority and Entra:Audience go together: set both or neither.");
        }

        if (IsSet && !(Uri.TryCreate(Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)))
        {
            yield return new ValidationResult("Entra:Authority is not an https address such as https://login.microsoftonline.com/TENANT-ID/v2.0.");
        }

        // Any tenant of the world signs with the keys of these.
        if (IsSet && Authority!.Split('/') is var parts && (parts.Contains("common") || parts.Contains("organizations") || parts.Contains("consumers")))
        {
            yield return new ValidationResult("Entra:Authority names no tenant; the address with the id of your own tenant is accepted.");
        }
    }
}
