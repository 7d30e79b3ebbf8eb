namespace SalesReports.Delivery;

/// <summary>What became of one delivery so far. Source: delivery.md, ledger.</summary>
public enum DeliveryState
{
    /// <summary>Planned, and waits for its turn or for the end of a pause.</summary>
    Queued,

    /// <summary>A worker holds it and may be handing it to the mailer right now.</summary>
    Claimed,

    /// <summary>The worker died, or the mailer's answer was lost: it may have been sent or not.</summary>
    Unknown,

    /// <summary>The mailer has taken it.</summary>
    Accepted,

    /// <summary>The recipient's server has taken it.</summary>
    Delivered,

    /// <summary>The recipient's server did not take it yet; the provider tries again.</summary>
    Deferred,

    /// <summary>The recipient's server refused it.</summary>
    Bounced,

    /// <summary>The provider did not send it.</summary>
    Dropped,

    /// <summary>The provider did not send it because the address is on its suppression list.</summary>
    Suppressed,

    /// <summary>Given up: refused, or not taken in any attempt.</summary>
    Failed,

    /// <summary>Nothing was sent, as nobody gets it any more.</summary>
    Cancelled,
}

public static class DeliveryStateExtensions
{
    /// <summary>As tables and JSON write it.</summary>
    public static string Name(this DeliveryState state) => state.ToString().ToLowerInvariant();

    /// <summary>Null when it names no state.</summary>
    public static DeliveryState? Parse(string? name)
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            if (state.Name() == name)
            {
                return state;
            }
        }

        return null;
    }
}
