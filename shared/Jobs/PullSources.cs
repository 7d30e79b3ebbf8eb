using SalesReports.Sources;

namespace SalesReports.Jobs;

/// <summary>Pulls a source and stores its facts, marking the days they touch.</summary>
public sealed class PullSources
{
    public Task<PullOutcome> RunAsync(string source, PullWindow window, IProgress<JobProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
