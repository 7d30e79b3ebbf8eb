using Azure;
using SalesReports.Local.Runner;

namespace SalesReports.Tests.Hosting;

public sealed class StorageFaultTests
{
    [Fact]
    public void An_answer_and_no_answer_after_all_attempts_are_both_faults_of_storage()
    {
        Assert.True(StorageFault.Is(new RequestFailedException(503, "busy")));
        Assert.True(StorageFault.Is(new AggregateException("Retry failed after 4 tries.", new RequestFailedException("refused"), new RequestFailedException("refused"))));
    }

    [Fact]
    public void A_fault_of_ours_is_none()
    {
        Assert.False(StorageFault.Is(new InvalidOperationException("ours")));
        Assert.False(StorageFault.Is(new AggregateException(new RequestFailedException("refused"), new InvalidOperationException("ours"))));
    }
}
