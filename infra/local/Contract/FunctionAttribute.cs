namespace Microsoft.Azure.Functions.Worker;

// The few types of the official worker that the function classes use, with the same signatures, so that the very same
// files compile for Azure and for the local host.

[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>On timers only: the real host refuses it on queue triggers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
{
    public int MaxRetryCount { get; } = maxRetryCount;

    public string DelayInterval { get; } = delayInterval;
}
