using Azure;

namespace SalesReports.Local.Runner;

/// <summary>What the storage client throws: the answer's fault, or the faults of all attempts when there was no answer.</summary>
internal static class StorageFault
{
    public static bool Is(Exception failure) =>
        failure is RequestFailedException || (failure is AggregateException several && several.InnerExceptions.All(inner => inner is RequestFailedException));
}
