namespace SalesReports.Jobs;

/// <summary>Whether a source's next pull may be queued: one at a time, and never none for ever.</summary>
internal static class PullTurn
{
    /// <summary>A turn older than this was lost, whatever the queue holds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Whoever took the turn has put the message on the queue by then, or died.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <param name="since">When the turn was taken; null when no pull is on its way.</param>
    /// <param name="queued">Messages on the queue of pulls, those in work included: without any no pull can be on its way.</param>
    public static bool MayTake(DateTimeOffset? since, int queued, DateTimeOffset now) =>
        since is not { } taken || now - taken >= Longest || (queued == 0 && now - taken >= Grace);
}
