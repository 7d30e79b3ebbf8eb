using System.Runtime.CompilerServices;
using SalesReports.Facts;
using SalesReports.Sources;

namespace SalesReports.Tests;

/// <summary>A source that holds what it is given.</summary>
internal sealed class MadeSource : ISource
{
    public string Name => "made";

    public IEnumerable<Fact> Facts { get; set; } = [];

    public async IAsyncEnumerable<Fact> PullAsync(PullWindow window, IPullLog log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var fact in Facts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return fact;
        }

        await Task.CompletedTask;
    }
}
