using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>Imports have numbers of their own, and a younger one knows which older ones still run.</summary>
public sealed class SourceLedgerTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Imports_that_begin_together_have_different_numbers()
    {
        await using var world = TestWorld.Create(azurite);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Get<SourceLedger>().BeginImportAsync("csv", Token)));

        Assert.Equal(Enumerable.Range(1, 6).Select(number => (long)number), numbers.Select(number => number.Sequence).Order());
        Assert.All(numbers, number => Assert.Equal(number.Sequence - 1, number.OlderOpen));
    }

    [Fact]
    public async Task An_import_is_open_until_it_ends_or_a_day_has_passed()
    {
        await using var world = TestWorld.Create(azurite);
        var ledger = world.Get<SourceLedger>();
        var first = await ledger.BeginImportAsync("csv", Token);
        Assert.Equal(new ImportNumber(1, 0), first);
        Assert.Equal(new ImportNumber(2, 1), await ledger.BeginImportAsync("csv", Token));
        await ledger.EndImportAsync("csv", new ImportNumber(2, 1), world.Clock.GetUtcNow(), null, null, [], Token);
        Assert.Equal(new ImportNumber(3, 1), await ledger.BeginImportAsync("csv", Token));

        // The third has died.
        await ledger.EndImportAsync("csv", first, null, null, null, [], Token);
        world.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(new ImportNumber(4, 3), await ledger.BeginImportAsync("csv", Token));
        world.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(new ImportNumber(5, 0), await ledger.BeginImportAsync("csv", Token));
        Assert.Equal(new ImportNumber(1, 0), await ledger.BeginImportAsync("other", Token));
    }

    [Fact]
    public async Task Of_imports_that_ran_side_by_side_the_youngest_says_how_it_went()
    {
        await using var world = TestWorld.Create(azurite);
        var ledger = world.Get<SourceLedger>();
        var (older, younger) = (await ledger.BeginImportAsync("csv", Token), await ledger.BeginImportAsync("csv", Token));
        var (early, late) = (world.Clock.GetUtcNow(), world.Clock.GetUtcNow().AddHours(1));

        await ledger.EndImportAsync("csv", younger, late, null, Tally(3), [], Token);
        await ledger.EndImportAsync("csv", older, early, null, Tally(5), [], Token);
        Assert.Equal([("csv", late, "ready", 3)], (await ledger.ReadAsync(Token)).Select(source => (source.Name, source.PulledThrough, source.Status, source.RejectedRows)));

        await ledger.EndImportAsync("csv", older, null, null, Tally(5), [], Token);
        Assert.Equal([("csv", late, "ready", 3)], (await ledger.ReadAsync(Token)).Select(source => (source.Name, source.PulledThrough, source.Status, source.RejectedRows)));
    }

    [Fact]
    public async Task What_a_source_says_of_its_channels_stays_until_it_says_otherwise()
    {
        await using var world = TestWorld.Create(azurite);
        var ledger = world.Get<SourceLedger>();
        var first = await ledger.BeginImportAsync("csv", Token);
        await ledger.EndImportAsync("csv", first, world.Clock.GetUtcNow(), new Dictionary<string, string> { ["google-ads"] = "Web" }, null, [], Token);
        var failed = await ledger.BeginImportAsync("csv", Token);
        await ledger.EndImportAsync("csv", failed, null, null, null, [], Token);

        Assert.Equal("Web", Assert.Single(await ledger.ReadAsync(Token)).SourceChannels["google-ads"]);
    }

    private static PullTally Tally(long rejected) => new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), 10, 10, rejected, null);
}
