namespace SalesReports.Sources;

/// <summary>A source cannot be read at all. The message is one sentence for the person who can mend it.</summary>
public sealed class SourceException(SourceFault fault, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public SourceFault Fault { get; } = fault;
}

/// <summary>Whose fault it is, and so whether trying again helps.</summary>
public enum SourceFault
{
    /// <summary>The network or the vendor for a moment: try again.</summary>
    Transient,

    /// <summary>Too many requests: try again after a pause.</summary>
    Throttled,

    /// <summary>The day's allowance is used up: try again tomorrow.</summary>
    Quota,

    /// <summary>Our settings or the vendor's permissions: a person must act.</summary>
    Configuration,

    /// <summary>The data have another shape than agreed: a person must act.</summary>
    Data,
}
