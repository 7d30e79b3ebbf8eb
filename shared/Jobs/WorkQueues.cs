using SalesReports.Calendar;
using SalesReports.Sources;

namespace SalesReports.Jobs;

/// <summary>Puts work on the Storage Queues; every message is small and safe to handle twice.</summary>
public sealed class WorkQueues
{
    public const string PullQueue = "pull-window";
    public const string RollUpQueue = "roll-up-day";
    public const string BuildQueue = "build-report";
    public const string DeliverQueue = "deliver";

    public Task PullAsync(string source, PullWindow window, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RollUpAsync(DateOnly day, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task BuildAsync(Period period, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeliverAsync(Period period, string deliveryId, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>Body of a message on <see cref="WorkQueues.PullQueue"/>.</summary>
public sealed record PullMessage(string Source, DateOnly? From, DateOnly? To);

/// <summary>Body of a message on <see cref="WorkQueues.RollUpQueue"/>.</summary>
public sealed record RollUpMessage(DateOnly Day);

/// <summary>Body of a message on <see cref="WorkQueues.BuildQueue"/>; the period's name says its kind.</summary>
public sealed record BuildMessage(string Period);

/// <summary>Body of a message on <see cref="WorkQueues.DeliverQueue"/>.</summary>
public sealed record DeliverMessage(string Period, string DeliveryId);
