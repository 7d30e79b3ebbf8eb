using System.ComponentModel.DataAnnotations;

namespace SalesReports.Api;

/// <summary>Root settings of access.</summary>
public sealed class AccessSettings
{
    /// <summary>SHA-256, in hex, of a key that is an admin key before any is stored; empty for none.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$", ErrorMessage = "BootstrapAdminKeyHash is not a SHA-256 in hex; 64 digits 0-9 a-f are accepted, as sha256sum prints them.")]
    public string? BootstrapAdminKeyHash { get; init; }
}
