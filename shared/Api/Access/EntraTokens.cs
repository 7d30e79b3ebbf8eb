using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SalesReports.Facts;

namespace SalesReports.Api;

/// <summary>
/// Bearer tokens of Microsoft Entra ID: signed by the tenant's keys, which its metadata names and renews, made for us, not over.
/// The roles <c>Reports.Read</c> and <c>Reports.Admin</c> are given in the tenant. See
/// https://learn.microsoft.com/entra/identity-platform/access-tokens.
/// </summary>
public sealed class EntraTokens
{
    /// <summary>Name of the HTTP client that reads the metadata.</summary>
    public const string ClientName = "entra";

    private const string MetadataPath = "/.well-known/openid-configuration";
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly string _audience;
    private readonly TimeProvider _clock;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;

    public EntraTokens(EntraSettings settings, IHttpClientFactory clients, TimeProvider clock)
    {
        (_audience, _clock) = (settings.Audience!.Trim(), clock);
        var authority = settings.Authority!.Trim().TrimEnd('/');
        _metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            authority + MetadataPath, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(clients.CreateClient(ClientName)) { RequireHttps = !new Uri(authority).IsLoopback });
    }

    /// <summary>Who the header says calls; null when it holds no token that is valid here, or one without a role.</summary>
    /// <exception cref="ProblemException">The tenant's keys cannot be had.</exception>
    internal async Task<Caller?> FindAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is not { Length: <= LongestToken } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Scheme.Length..].Trim();
        var result = await ValidateAsync(token, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The tenant may have changed its keys; the library asks again no more often than its refresh interval.
            _metadata.RequestRefresh();
            result = await ValidateAsync(token, cancellationToken);
        }

        return result.IsValid && RoleOf(result) is { } role && SubjectOf(result) is { } subject ? new Caller(subject, role, ScopeName.Company) : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var metadata = await MetadataAsync(cancellationToken);
        return await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudiences = [_audience, "api://" + _audience],
            IssuerSigningKeys = metadata.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            LifetimeValidator = (from, to, _, _) => IsTime(from, to),
        });
    }

    private async Task<OpenIdConnectConfiguration> MetadataAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _metadata.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException unreachable) when (unreachable.InnerException is IOException or HttpRequestException or OperationCanceledException or null)
        {
            throw new ProblemException(Problems.IdentityUnavailable);
        }
    }

    /// <summary>Both ends by our clock; a token without an end is none.</summary>
    private bool IsTime(DateTime? from, DateTime? to)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + Skew && (from is null || from.Value - Skew <= now);
    }

    private static Role? RoleOf(TokenValidationResult result)
    {
        var roles = result.ClaimsIdentity.FindAll("roles").Select(claim => claim.Value).ToList();
        return roles.Contains("Reports.Admin") ? Role.Admin : roles.Contains("Reports.Read") ? Role.Reader : null;
    }

    /// <summary>The object id of the person or the application, which no rename changes.</summary>
    private static string? SubjectOf(TokenValidationResult result) =>
        (result.ClaimsIdentity.FindFirst("oid") ?? result.ClaimsIdentity.FindFirst("sub"))?.Value is { Length: > 0 and <= 100 } subject && !subject.Any(char.IsControl) ? "entra:" + subject : null;
}
