using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SalesReports.Local.Runner;

/// <summary>A method with <c>[Function]</c> and the parameter that wakes it.</summary>
/// <param name="Trigger">A <see cref="TimerTriggerAttribute"/>, <see cref="QueueTriggerAttribute"/> or <see cref="HttpTriggerAttribute"/>.</param>
internal sealed record LocalFunction(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    public Type Class => Method.DeclaringType!;

    /// <summary>Retries of a failed timer and the pause before each; none without the attribute.</summary>
    public (int Count, TimeSpan Delay) Retry => Method.GetCustomAttribute<FixedDelayRetryAttribute>() is { } retry
        ? (retry.MaxRetryCount, TimeSpan.Parse(retry.DelayInterval, System.Globalization.CultureInfo.InvariantCulture))
        : (0, TimeSpan.Zero);
}
