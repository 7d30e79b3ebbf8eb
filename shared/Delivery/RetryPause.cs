namespace SalesReports.Delivery;

/// <summary>How long to wait before the next attempt. Pure.</summary>
public static class RetryPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>30 s × 2^(attempt − 1), up to an hour, times 1 to 1.5; never sooner than the carrier asks.</summary>
    /// <param name="attempt">The one that was not taken, from 1.</param>
    /// <param name="jitter">0 to 1, so that many do not come back at once.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked, double jitter)
    {
        var own = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 20))));
        var pause = own > asked || asked is null ? own : asked.Value;
        return pause * (1 + (Math.Clamp(jitter, 0, 1) / 2));
    }
}
