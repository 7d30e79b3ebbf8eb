using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesReports.IntegrationTests.Api;

/// <summary>A tenant of Entra ID as its documentation has it: metadata, keys that it renews, tokens.</summary>
internal sealed class FakeTenant : IAsyncDisposable
{
    public const string Audience = "5b0f1b3e-5d6c-4a0f-9f43-1d2c3b4a5968";

    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private int _keyNumber = 1;

    private FakeTenant(WebApplication app) => _app = app;

    public string Authority => _app.Urls.Single() + "/tenant/v2.0";

    public static async Task<FakeTenant> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var tenant = new FakeTenant(app);
        app.MapGet("/tenant/v2.0/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object> { ["issuer"] = tenant.Authority, ["jwks_uri"] = app.Urls.Single() + "/keys" }));
        app.MapGet("/keys", () => Results.Text(tenant.KeySet(), "application/json"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return tenant;
    }

    /// <summary>From now on another key signs, and the old one is named no more.</summary>
    public void RenewKey() => (_key, _keyNumber) = (RSA.Create(2048), _keyNumber + 1);

    public string Token(DateTimeOffset now, string? role, string? issuer = null, string? audience = null, TimeSpan? life = null, TimeSpan? start = null, SigningCredentials? signedWith = null)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["oid"] = "11111111-2222-3333-4444-555555555555" };
        if (role is not null)
        {
            claims["roles"] = new[] { role };
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority,
            Audience = audience ?? Audience,
            NotBefore = now.UtcDateTime + (start ?? TimeSpan.Zero),
            Expires = now.UtcDateTime + (life ?? TimeSpan.FromHours(1)),
            Claims = claims,
            SigningCredentials = signedWith ?? new SigningCredentials(new RsaSecurityKey(_key) { KeyId = $"key-{_keyNumber}" }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What an attacker tries: the public key's text as the secret of a symmetric signature.</summary>
    public SigningCredentials Confused() => new(new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = $"key-{_keyNumber}" }, SecurityAlgorithms.HmacSha256);

    public static SigningCredentials Stranger() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256);

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _app.DisposeAsync();
    }

    private string KeySet()
    {
        var key = _key.ExportParameters(false);
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = $"key-{_keyNumber}", alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
        });
    }
}
