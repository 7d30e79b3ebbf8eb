using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>
/// The stays of a deal in its stages before a day. Each leaving is one exit on its day: forward to a higher position or by
/// winning, back to a lower one, lost. Source: metrics.md, 7 and settled readings.
/// </summary>
public sealed class StageStays
{
    private readonly StageBook _book;
    private readonly string? _pipeline;
    private readonly List<Step> _steps;
    private readonly List<StageStay> _stays = [];
    private StageKey? _last;
    private bool _isClosed;

    private StageStays(Opportunity deal, StageBook book, List<Step> steps)
    {
        _book = book;
        _pipeline = deal.Pipeline;
        _steps = steps;
    }

    /// <summary>Nothing of a deal that was removed nobody knows when.</summary>
    /// <param name="end">Only what happened on days before it counts.</param>
    public static IReadOnlyList<StageStay> Before(DateOnly end, Opportunity deal, StageBook book, BusinessZone zone)
    {
        var removed = DealEvents.Removal(deal, zone);
        if (deal.Deleted && removed is null)
        {
            return [];
        }

        var walk = new StageStays(deal, book, [.. Steps(deal, zone).Where(step => step.At.Day < end && !(step.At > removed))]);
        foreach (var step in walk._steps)
        {
            walk.Take(step);
        }

        return walk._stays;
    }

    /// <summary>On one moment a deal is first taken up again, then enters a stage, then closes.</summary>
    private static IOrderedEnumerable<Step> Steps(Opportunity deal, BusinessZone zone)
    {
        // A last close that nobody dated takes nothing from what the history tells.
        var outcomes = (DealEvents.Outcomes(deal, zone) ?? DealEvents.Told(deal)).Select(e => new Step(e.At, null, e.Outcome, e.Outcome == Outcome.Open ? 0 : 2));
        return deal.StageHistory.Select(entry => new Step(entry.EnteredAt, entry.Stage, Outcome.Open, 1)).Concat(outcomes).OrderBy(step => step.At).ThenBy(step => step.Rank);
    }

    private void Take(Step step)
    {
        if (step.Stage is { } name)
        {
            _last = _book.KeyOf(_pipeline, name);
            Enter(_last, step.At.Day, isAllowed: !_isClosed);
        }
        else if (step.Outcome != Outcome.Open)
        {
            Leave(step.At.Day, step.Outcome == Outcome.Won ? StageExit.Forward : StageExit.Lost);
            _isClosed = true;
        }
        else if (_isClosed)
        {
            // Some CRMs write a stage when a deal is taken up again, others leave it where it was.
            _isClosed = false;
            Enter(_last, step.At.Day, isAllowed: !_steps.Exists(next => next.Stage is not null && next.At.Day == step.At.Day && next.At >= step.At));
        }
    }

    private void Enter(StageKey? stage, DateOnly day, bool isAllowed)
    {
        if (stage is null || !isAllowed || Current?.Stage == stage)
        {
            return;
        }

        if (Current is { } current)
        {
            Leave(day, Direction(current.Stage, stage));
        }

        _stays.Add(new StageStay(stage, day, null, null));
    }

    private void Leave(DateOnly day, StageExit exit)
    {
        if (Current is { } current)
        {
            _stays[^1] = current with { Left = day, Exit = exit };
        }
    }

    private StageStay? Current => _stays.Count > 0 && _stays[^1].Left is null ? _stays[^1] : null;

    private StageExit Direction(StageKey from, StageKey to) => (_book.Find(to)?.Position - _book.Find(from)?.Position) switch
    {
        > 0 => StageExit.Forward,
        < 0 => StageExit.Back,
        _ => StageExit.Aside,
    };

    /// <param name="Stage">Null: the outcome changed.</param>
    private sealed record Step(Moment At, string? Stage, Outcome Outcome, int Rank);
}
