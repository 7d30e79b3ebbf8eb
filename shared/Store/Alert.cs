using Azure;

namespace SalesReports.Store;

/// <summary>Work that was given up after its last attempt, kept with its message so that it can be put back.</summary>
/// <param name="Id">Names the work: the same message on the same queue always has the same id.</param>
/// <param name="Queue">The queue it came from; <c>timers</c> for a timer's job, which comes back by itself.</param>
/// <param name="Job">What was being done, in a word or two.</param>
/// <param name="Subject">The period, day or source it was about; null when the message names none.</param>
/// <param name="Body">The message as it was, complete.</param>
/// <param name="Attempts">Failures that were noted; 0 when the worker died each time before it could.</param>
/// <param name="FirstSeen">When it was first given up.</param>
/// <param name="LastSeen">When it was last given up.</param>
/// <param name="LastError">Why, bounded and without addresses or secrets; null when nothing was noted.</param>
public sealed record Alert(
    string Id, string Queue, string Job, string? Subject, string Body, AlertState State, int Attempts, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, string? LastError)
{
    /// <summary>Stands for a queue where a person must act: there is no message to put back.</summary>
    public const string ForPeople = "people";

    /// <summary>Version of the row; empty before it is stored.</summary>
    public ETag ETag { get; init; }

    /// <summary>Waits for a person, or for a retry to end.</summary>
    public bool IsUnsettled => State is AlertState.Open or AlertState.Retried;

    /// <summary>
    /// The alert after the work was given up (again): one that is unsettled goes on, anything else begins anew. Told twice of the
    /// same, it only moves <see cref="LastSeen"/>.
    /// </summary>
    /// <param name="before">The stored alert of the same work.</param>
    /// <param name="noted">What was noted of the attempts since.</param>
    public static Alert Raise(Alert raised, Alert? before, NotedFailure? noted)
    {
        var goesOn = before is { IsUnsettled: true } ? before : null;
        return raised with
        {
            State = AlertState.Open,
            Attempts = (goesOn?.Attempts ?? 0) + (noted?.Attempts ?? raised.Attempts),
            FirstSeen = goesOn?.FirstSeen ?? raised.FirstSeen,
            LastError = noted?.Error ?? raised.LastError ?? goesOn?.LastError,
            ETag = before?.ETag ?? default,
        };
    }
}

public enum AlertState
{
    /// <summary>Nobody has done anything about it.</summary>
    Open,

    /// <summary>Its message is back on the queue.</summary>
    Retried,

    /// <summary>A person decided that it need not be done.</summary>
    Dismissed,

    /// <summary>The work was done after all.</summary>
    Done,
}

/// <summary>The failures in a row of a piece of work that may yet succeed.</summary>
/// <param name="Error">The last one's.</param>
public sealed record NotedFailure(int Attempts, string Error, ETag ETag);
