using System.Globalization;
using Microsoft.AspNetCore.Http;
using SalesReports.Facts;

namespace SalesReports.Api;

/// <summary>/keys: who else may call. A key's text is told once, in the answer that makes it.</summary>
public sealed class AdministerKeys
{
    private const int LongestName = 100;

    private readonly Gate _gate;
    private readonly ApiKeys _keys;
    private readonly TimeProvider _clock;

    public AdministerKeys(Gate gate, ApiKeys keys, TimeProvider clock) => (_gate, _keys, _clock) = (gate, keys, clock);

    public Task<IResult> ListAsync(HttpRequest request) => _gate.AdmitAsync(request, KeyPaths.List, async (_, cancellationToken) =>
    {
        var query = new Query(request, KeyPaths.List);
        var (items, cursor) = Pages.Of((await _keys.AllAsync(cancellationToken)).OrderBy(key => key.Id, StringComparer.Ordinal), key => key.Id, query);
        return Answers.Private(request, new KeyList([.. items.Select(KeyAnswer.Of)], cursor));
    });

    public Task<IResult> AddAsync(HttpRequest request) => _gate.AdmitAsync(request, KeyPaths.Add, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, KeyPaths.Add);
        var draft = await JsonBody.ReadAsync<KeyDraft>(request, KeyPaths.Add, cancellationToken);
        var (role, scope) = Checked(draft);
        var (text, key) = await _keys.CreateAsync(role, scope, draft.Expires, draft.Name?.Trim() ?? "", caller.Name, cancellationToken);
        request.HttpContext.Response.Headers.Location = $"{Routes.Prefix}{KeyPaths.AllTemplate}/{key.Id}";
        return Answers.Private(request, new NewKey(text, KeyAnswer.Of(key)), StatusCodes.Status201Created);
    });

    public Task<IResult> DeleteAsync(HttpRequest request, string id) => _gate.AdmitAsync(request, KeyPaths.Delete, async (caller, cancellationToken) =>
    {
        Query.RefuseUnknown(request, KeyPaths.Delete);
        if (id == caller.Name)
        {
            // So that one admin key is always left.
            throw new ProblemException(Problems.OwnKey);
        }

        return await _keys.RevokeAsync(id, caller.Name, cancellationToken)
            ? Results.NoContent()
            : throw new ProblemException(Problems.NoSuch("key", "keys", "id", id));
    });

    private (Role Role, string Scope) Checked(KeyDraft draft)
    {
        var scope = draft.Scope ?? ScopeName.Company;
        if (!Enum.TryParse<Role>(draft.Role, ignoreCase: true, out var role) || draft.Role is null || !Words.Roles.Contains(draft.Role))
        {
            throw Refused("role", draft.Role, "reader or admin", Words.Roles);
        }

        if (!ScopeName.IsValid(scope))
        {
            throw Refused("scope", scope, "company, team:NAME or rep:ID", [ScopeName.Company, "team:NAME", "rep:ID"]);
        }

        if (role == Role.Admin && scope != ScopeName.Company)
        {
            throw Refused("scope", scope, "company for an admin, who changes what concerns the whole company", [ScopeName.Company]);
        }

        if (draft.Expires <= _clock.GetUtcNow())
        {
            throw Refused("expires", draft.Expires.Value.ToString("O", CultureInfo.InvariantCulture), "an instant in the future", ["an instant in the future"]);
        }

        return draft.Name is { } name && (name.Length > LongestName || name.Any(char.IsControl))
            ? throw Refused("name", name, $"up to {Words.Of(LongestName)} characters on one line", [])
            : (role, scope);
    }

    private static ProblemException Refused(string field, string? value, string accepted, IReadOnlyList<string> list) =>
        new(Problems.InvalidField(field, value, $"'{Problems.Clean(value ?? "")}' is not accepted for {field}; {accepted} is.", list));
}

/// <summary>What an admin says of a new key.</summary>
public sealed record KeyDraft
{
    /// <summary>What it is for.</summary>
    public string? Name { get; init; }

    /// <summary><c>reader</c> or <c>admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary><c>company</c> when absent.</summary>
    public string? Scope { get; init; }

    /// <summary>Refused from this instant on; never when absent.</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <param name="LastUsed">To within some minutes; null for never.</param>
public sealed record KeyAnswer(string Id, string Name, string Role, string Scope, DateTimeOffset Created, string CreatedBy, DateTimeOffset? Expires, DateTimeOffset? LastUsed)
{
    internal static KeyAnswer Of(ApiKey key) => new(key.Id, key.Name, Words.Of(key.Role), key.Scope, key.Created, key.CreatedBy, key.Expires, key.LastUsed);
}

/// <param name="Key">The text for the header x-api-key; it cannot be had again.</param>
public sealed record NewKey(string Key, KeyAnswer Details);

/// <param name="Cursor">Gives the next page; null on the last.</param>
public sealed record KeyList(IReadOnlyList<KeyAnswer> Items, string? Cursor);
