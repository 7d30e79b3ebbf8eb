namespace SalesReports.Api;

/// <summary>
/// Who holds a valid key. The few rows of the table are read as a whole and kept for <see cref="Fresh"/>, so that guessing
/// costs the storage nothing and a revoked key is refused within a minute.
/// </summary>
public sealed class ApiKeys : IDisposable
{
    public const string Header = "x-api-key";

    /// <summary>The whole company, and with it every team and rep.</summary>
    public const string Company = "company";

    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly KeyTable _table;
    private readonly TimeProvider _clock;
    private readonly ApiKey? _bootstrap;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Known? _known;

    internal ApiKeys(KeyTable table, AccessSettings settings, TimeProvider clock)
    {
        _table = table;
        _clock = clock;
        _bootstrap = string.IsNullOrEmpty(settings.BootstrapAdminKeyHash)
            ? null
            : new ApiKey("bootstrap", Convert.FromHexString(settings.BootstrapAdminKeyHash), Role.Admin, Company, DateTimeOffset.UnixEpoch, Expires: null);
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

        return ApiKey.IdIn(text) is { } id
            && (await KnownAsync(cancellationToken)).TryGetValue(id, out var key)
            && ApiKey.Matches(hash, key.Hash.Span)
            && key.IsValidAt(_clock.GetUtcNow())
                ? key
                : null;
    }

    /// <summary>Makes and stores a key. The text is shown this once and cannot be had again.</summary>
    public async Task<(string Text, ApiKey Key)> CreateAsync(Role role, string scope, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        var made = ApiKey.Create(role, scope, _clock.GetUtcNow(), expires);
        await _table.AddAsync(made.Key, cancellationToken);
        _known = null;
        return made;
    }

    /// <summary>Every process refuses it within <see cref="Fresh"/>.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await _table.RemoveAsync(id, cancellationToken);
        _known = null;
    }

    /// <summary>Makes one reader and one admin key where there is none yet; null when there are keys.</summary>
    public async Task<FirstKeys?> EnsureFirstPairAsync(CancellationToken cancellationToken)
    {
        if ((await _table.ReadAllAsync(cancellationToken)).Count > 0)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        var reader = ApiKey.Create(Role.Reader, Company, now, expires: null);
        var admin = ApiKey.Create(Role.Admin, Company, now, expires: null);
        if (!await _table.TryAddFirstPairAsync(reader.Key, admin.Key, cancellationToken))
        {
            return null;
        }

        _known = null;
        return new FirstKeys(reader.Text, admin.Text);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<IReadOnlyDictionary<string, ApiKey>> KnownAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && IsFresh(known))
        {
            return known.ById;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_known is { } readMeanwhile && IsFresh(readMeanwhile))
            {
                return readMeanwhile.ById;
            }

            // Dated before reading: what is revoked during the read is still refused in time.
            var at = _clock.GetTimestamp();
            var keys = await _table.ReadAllAsync(cancellationToken);
            var read = new Known(at, keys.ToDictionary(k => k.Id, StringComparer.Ordinal));
            _known = read;
            return read.ById;
        }
        finally
        {
            _reading.Release();
        }
    }

    private bool IsFresh(Known known) => _clock.GetElapsedTime(known.At) < Fresh;

    private sealed record Known(long At, IReadOnlyDictionary<string, ApiKey> ById);
}

/// <summary>The texts of the first two keys, to be shown once.</summary>
public sealed record FirstKeys(string Reader, string Admin);
