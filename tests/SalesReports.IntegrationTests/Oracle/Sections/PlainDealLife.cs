namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>
/// What happened to one deal, in order: created, amount known or changed, won, lost, opened again, removed. Where there is a
/// history it says what was; the current value holds for all time where there is none.
/// </summary>
internal sealed class PlainDealLife
{
    private readonly IReadOnlyList<(DateTime At, int Order, string Kind, decimal? Amount)> _events;
    private readonly decimal? _rate;

    public PlainDealLife(PlainDeal deal, PlainWorld world)
    {
        Deal = deal;

        // Amounts are always at the rate of the creation day; in the reporting currency none is needed.
        _rate = deal.Created is { } created ? world.Convert(1, deal.Currency, created) : null;
        _events = IsDated ? [.. Events().OrderBy(happened => happened.At).ThenBy(happened => happened.Order)] : [];
    }

    public PlainDeal Deal { get; }

    /// <summary>A deal without creation, or closed nobody knows when, or in a currency without rate that day, is left out of movements.</summary>
    public bool IsDated => Deal.Created is not null && !IsClosedSomeDay;

    /// <summary>Won or lost without any day for it.</summary>
    private bool IsClosedSomeDay => Deal.Outcome != "open" && Deal.ClosedAt is null && LastOutcome != Deal.Outcome;

    private string? LastOutcome => Deal.OutcomeHistory.Count == 0 ? null : Deal.OutcomeHistory[^1].Value;

    /// <summary>Changes of outcome with their time: the history's, then the current one where the history does not say it.</summary>
    public IEnumerable<PlainEntry<string>> Outcomes => Deal.Outcome != "open" && Deal.ClosedAt is { } closed && LastOutcome != Deal.Outcome
        ? Deal.OutcomeHistory.Append(new PlainEntry<string>(closed, Deal.Outcome))
        : Deal.OutcomeHistory;

    /// <summary>Plays the deal up to the end of the day before <paramref name="end"/>; what happens from <paramref name="start"/> on goes into the flow.</summary>
    public PlainFlow Play(DateOnly start, DateOnly end)
    {
        var (before, flow) = (new PlainFlow(), new PlainFlow());
        foreach (var happened in _events.TakeWhile(happened => DateOnly.FromDateTime(happened.At) < end))
        {
            var isBefore = DateOnly.FromDateTime(happened.At) < start;
            if (!isBefore && flow.Opening is null)
            {
                flow.TakeOver(before);
            }

            (isBefore ? before : flow).Apply(happened.Kind, happened.Amount);
        }

        if (flow.Opening is null)
        {
            flow.TakeOver(before);
        }

        return flow;
    }

    private IEnumerable<(DateTime At, int Order, string Kind, decimal? Amount)> Events()
    {
        var created = Deal.Created!.Value.ToDateTime(TimeOnly.MinValue);
        yield return (created, 0, "created", null);
        if (Deal.AmountHistory.Count == 0)
        {
            yield return (created, 1, "amount", Deal.Amount * _rate);
        }

        foreach (var entry in Deal.AmountHistory)
        {
            yield return (entry.At < created ? created : entry.At, 1, "amount", entry.Value * _rate);
        }

        foreach (var entry in Outcomes)
        {
            yield return (entry.At < created ? created : entry.At, 2, entry.Value, null);
        }

        if (Deal.RemovedAt is { } removed)
        {
            yield return (removed < created ? created : removed, 3, "removed", null);
        }
    }
}

/// <summary>opening + created + changed − won − lost + reopened − removed = closing. Source: metrics.md, pipeline movement.</summary>
internal sealed class PlainFlow
{
    private decimal? _amount;

    public bool IsOpen { get; private set; }

    /// <summary>Null until the flow begins.</summary>
    public decimal? Opening { get; private set; }

    public decimal Created { get; private set; }

    public decimal Changed { get; private set; }

    public decimal Won { get; private set; }

    public decimal Lost { get; private set; }

    public decimal Reopened { get; private set; }

    public decimal Removed { get; private set; }

    /// <summary>Of an open deal, null when not known; of any other nothing.</summary>
    public decimal? OpenAmount => IsOpen ? _amount : null;

    public void TakeOver(PlainFlow before) => (Opening, IsOpen, _amount) = (before.OpenAmount ?? 0, before.IsOpen, before._amount);

    public void Apply(string kind, decimal? amount)
    {
        var worth = IsOpen ? _amount ?? 0 : 0;
        switch (kind)
        {
            case "created":
                IsOpen = true;
                break;
            case "amount":
                // An amount first known later counts as created.
                Created += IsOpen && _amount is null ? amount ?? 0 : 0;
                Changed += IsOpen && _amount is not null ? (amount ?? 0) - worth : 0;
                _amount = amount;
                break;
            case "won":
                (Won, IsOpen) = (Won + worth, false);
                break;
            case "lost":
                (Lost, IsOpen) = (Lost + worth, false);
                break;
            case "open":
                Reopened += IsOpen ? 0 : _amount ?? 0;
                IsOpen = true;
                break;
            case "removed":
                (Removed, IsOpen, _amount) = (Removed + worth, false, null);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing that happens to a deal.");
        }
    }
}
