using System.Collections.Concurrent;
using SalesReports.Facts;

namespace SalesReports.Api;

/// <summary>
/// Who holds a valid key. The few rows of the table are read as a whole and kept for <see cref="Fresh"/>, so that guessing
/// costs the storage nothing and a revoked key is refused within a minute.
/// </summary>
public sealed class ApiKeys
{
    public const string Header = "x-api-key";

    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>How often at most the use of a key is written down.</summary>
    internal static readonly TimeSpan Noted = TimeSpan.FromMinutes(5);

    private readonly KeyTable _table;
    private readonly TimeProvider _clock;
    private readonly ApiKey? _bootstrap;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, long> _noted = new(StringComparer.Ordinal);
    private (long At, Task<IReadOnlyDictionary<string, ApiKey>> Keys)? _known;

    internal ApiKeys(KeyTable table, AccessSettings settings, TimeProvider clock)
    {
        _table = table;
        _clock = clock;
        _bootstrap = string.IsNullOrEmpty(settings.BootstrapAdminKeyHash)
            ? null
            : new ApiKey("bootstrap", Convert.FromHexString(settings.BootstrapAdminKeyHash), Role.Admin, ScopeName.Company, DateTimeOffset.UnixEpoch, Expires: null);
    }

    /// <summary>The key that <paramref name="text"/> is; null when it is none, unknown or expired.</summary>
    internal async Task<ApiKey?> FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (text is not { Length: > 0 and <= ApiKey.LongestText })
        {
            return null;
        }

        var hash = ApiKey.HashOf(text);
        if (_bootstrap is not null && ApiKey.Matches(hash, _bootstrap.Hash.Span))
        {
            return _bootstrap;
        }

        var valid = ApiKey.IdIn(text) is { } id
            && (await KnownAsync().WaitAsync(cancellationToken)).TryGetValue(id, out var key)
            && ApiKey.Matches(hash, key.Hash.Span)
            && key.IsValidAt(_clock.GetUtcNow())
                ? key
                : null;
        await (valid is null ? Task.CompletedTask : NoteUseAsync(valid.Id, cancellationToken));
        return valid;
    }

    /// <summary>Every stored key, the bootstrap key apart.</summary>
    public Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellationToken) => _table.ReadAllAsync(cancellationToken);

    /// <summary>Makes and stores a key. The text is shown this once and cannot be had again.</summary>
    public async Task<(string Text, ApiKey Key)> CreateAsync(
        Role role, string scope, DateTimeOffset? expires, string name, string by, CancellationToken cancellationToken)
    {
        var (text, made) = ApiKey.Create(role, scope, _clock.GetUtcNow(), expires);
        var key = made with { Name = name, CreatedBy = by };
        await _table.AddAsync(key, by, cancellationToken);
        Forget();
        return (text, key);
    }

    /// <summary>Every process refuses it within <see cref="Fresh"/>.</summary>
    /// <returns>False when there is no such key.</returns>
    public async Task<bool> RevokeAsync(string id, string by, CancellationToken cancellationToken)
    {
        var revoked = await _table.RemoveAsync(id, by, _clock.GetUtcNow(), cancellationToken);
        Forget();
        return revoked;
    }

    /// <summary>Makes one reader and one admin key where there is none yet; null when there are keys.</summary>
    public async Task<FirstKeys?> EnsureFirstPairAsync(CancellationToken cancellationToken)
    {
        if ((await _table.ReadAllAsync(cancellationToken)).Count > 0)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        var reader = ApiKey.Create(Role.Reader, ScopeName.Company, now, expires: null);
        var admin = ApiKey.Create(Role.Admin, ScopeName.Company, now, expires: null);
        if (!await _table.TryAddFirstPairAsync(reader.Key, admin.Key, cancellationToken))
        {
            return null;
        }

        Forget();
        return new FirstKeys(reader.Text, admin.Text);
    }

    /// <summary>Of requests at the same time one writes; whether it can does not decide about the request.</summary>
    private async Task NoteUseAsync(string id, CancellationToken cancellationToken)
    {
        var now = _clock.GetTimestamp();
        var last = _noted.TryGetValue(id, out var noted) ? noted : (long?)null;
        if (last is { } before && _clock.GetElapsedTime(before, now) < Noted)
        {
            return;
        }

        if (last is { } old ? _noted.TryUpdate(id, now, old) : _noted.TryAdd(id, now))
        {
            await _table.NoteUseAsync(id, _clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>One read serves all who ask meanwhile; a failed one is not kept.</summary>
    private Task<IReadOnlyDictionary<string, ApiKey>> KnownAsync()
    {
        lock (_lock)
        {
            if (_known is not { } known || (known.Keys.IsCompleted && (!known.Keys.IsCompletedSuccessfully || _clock.GetElapsedTime(known.At) >= Fresh)))
            {
                // Dated before the read: what is revoked during it is still refused in time.
                known = (_clock.GetTimestamp(), ReadAsync());
                _known = known;
            }

            return known.Keys;
        }
    }

    private async Task<IReadOnlyDictionary<string, ApiKey>> ReadAsync()
    {
        // Not one caller's token: the others wait for it too.
        var keys = await _table.ReadAllAsync(CancellationToken.None);
        return keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }

    private void Forget()
    {
        lock (_lock)
        {
            _known = null;
        }
    }
}

/// <summary>The texts of the first two keys, to be shown once.</summary>
public sealed record FirstKeys(string Reader, string Admin);
