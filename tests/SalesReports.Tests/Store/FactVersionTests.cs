using SalesReports.Store;

namespace SalesReports.Tests.Store;

public sealed class FactVersionTests
{
    // stored: hash "a", import 5, changed at hour 10 (or without a time)
    [Theory]
    [InlineData("a", 6, null, null, "Unchanged")]
    [InlineData("b", 6, null, null, "Write")]
    [InlineData("b", 4, null, null, "Stale")]
    [InlineData("b", 4, 11, 10, "Write")]
    [InlineData("b", 6, 9, 10, "Stale")]
    [InlineData("a", 6, 9, 10, "Stale")]
    [InlineData("a", 6, 11, 10, "OnlyNewer")]
    [InlineData("b", 6, 10, 10, "Write")]
    [InlineData("b", 4, 10, 10, "Stale")]
    [InlineData("b", 6, 11, null, "Write")]
    [InlineData("b", 6, null, 10, "Write")]
    public void The_newer_version_wins(string hash, long import, int? changed, int? storedChanged, string verdict)
    {
        var stored = new FactVersion("a", 5, Hour(storedChanged));

        Assert.Equal(verdict, new FactVersion(hash, import, Hour(changed)).Against(stored).ToString());
    }

    // An older import that still runs would take what this one found unchanged for its own to change.
    [Theory]
    [InlineData(6, 0, "Unchanged")]
    [InlineData(8, 7, "OnlyNewer")]
    [InlineData(8, 5, "Unchanged")]
    [InlineData(4, 3, "Unchanged")]
    public void What_is_unchanged_remembers_the_import_while_older_ones_run(long import, long olderOpen, string verdict) =>
        Assert.Equal(verdict, new FactVersion("a", import, null).Against(new FactVersion("a", 5, null), olderOpen).ToString());

    private static DateTimeOffset? Hour(int? hour) => hour is { } h ? new DateTimeOffset(2026, 11, 1, h, 0, 0, TimeSpan.Zero) : null;
}
