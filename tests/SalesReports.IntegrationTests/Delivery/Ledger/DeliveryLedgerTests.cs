using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;

namespace SalesReports.IntegrationTests.Delivery.Ledger;

/// <summary>The ledger on the real emulator: added once, claimed once, listed whole.</summary>
public sealed class DeliveryLedgerTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_planned_by_many_at_once_is_there_once()
    {
        await using var world = TestWorld.Create(azurite);
        var ledger = world.Get<DeliveryLedger>();
        var rows = Enumerable.Range(0, 130).Select(i => Row("weekly", "2026-W47", $"p{i:D3}")).ToList();

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ledger.EnqueueAsync("2026-W47", [.. rows.Skip(i * 10)], Token)));

        Assert.Equal(rows.Select(row => row.Id).Order(StringComparer.Ordinal), (await ledger.OfPeriodAsync("2026-W47", Token)).Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.All(added.SelectMany(some => some), row => Assert.Equal(world.Clock.GetUtcNow(), row.QueuedAt));
    }

    [Fact]
    public async Task Planning_again_leaves_what_became_of_a_delivery()
    {
        await using var world = TestWorld.Create(azurite);
        var (ledger, row) = (world.Get<DeliveryLedger>(), Row("weekly", "2026-W47", "anna"));
        await ledger.EnqueueAsync("2026-W47", [row], Token);
        await ledger.ChangeAsync(row.Id, seen => DeliveryChanges.Accept(seen, "m1", 12, world.Clock.GetUtcNow()), Token);

        Assert.Empty(await ledger.EnqueueAsync("2026-W47", [row], Token));
        var kept = (await ledger.FindAsync(row.Id, Token))!;
        Assert.Equal((DeliveryState.Accepted, "m1", 12L, 1), (kept.State, kept.ProviderMessageId!, kept.Size!.Value, kept.Revision));
    }

    [Fact]
    public async Task Of_ten_who_claim_one_gets_it()
    {
        await using var world = TestWorld.Create(azurite);
        var (ledger, row) = (world.Get<DeliveryLedger>(), Row("weekly", "2026-W47", "anna"));
        await ledger.EnqueueAsync("2026-W47", [row], Token);
        var seen = (await ledger.FindAsync(row.Id, Token))!;

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ledger.ClaimAsync(seen, "folder", Token)));

        var held = Assert.Single(claims, claim => claim is not null)!;
        Assert.Equal(held.Claim, (await ledger.FindAsync(row.Id, Token))!.Claim);
    }

    [Fact]
    public async Task An_event_that_comes_while_the_worker_still_records_is_not_lost()
    {
        await using var world = TestWorld.Create(azurite);
        var (ledger, row) = (world.Get<DeliveryLedger>(), Row("weekly", "2026-W47", "anna"));
        await ledger.EnqueueAsync("2026-W47", [row], Token);
        await ledger.ClaimAsync((await ledger.FindAsync(row.Id, Token))!, "sendgrid", Token);

        await Task.WhenAll(
            ledger.ApplyAsync(new ProviderEvent(row.Id, DeliveryState.Delivered, world.Clock.GetUtcNow(), "m1", null), Token),
            ledger.ChangeAsync(row.Id, seen => DeliveryChanges.Accept(seen, "m1", 12, world.Clock.GetUtcNow()), Token));

        Assert.Equal(DeliveryState.Delivered, (await ledger.FindAsync(row.Id, Token))!.State);
        Assert.Null(await ledger.ApplyAsync(new ProviderEvent("../passwd", DeliveryState.Delivered, world.Clock.GetUtcNow(), null, null), Token));
    }

    [Fact]
    public async Task Pages_of_any_size_show_every_delivery_once_and_the_newest_period_first()
    {
        await using var world = TestWorld.Create(azurite);
        var ledger = world.Get<DeliveryLedger>();
        foreach (var (kind, period) in new[] { ("weekly", "2026-W46"), ("monthly", "2026-10"), ("weekly", "2026-W47"), ("volumeAlarm", "2026-11-23") })
        {
            await ledger.EnqueueAsync(period, [.. Enumerable.Range(0, 3).Select(i => Row(kind, period, $"p{i}"))], Token);
        }

        foreach (var size in new[] { 1, 2, 5, 12, 50 })
        {
            Assert.Equal(
                ["2026-11-23", "2026-11-23", "2026-11-23", "2026-W47", "2026-W47", "2026-W47", "2026-W46", "2026-W46", "2026-W46", "2026-10", "2026-10", "2026-10"],
                (await AllAsync(ledger, new DeliveryQuery(), size)).Select(row => row.Period));
            Assert.Equal(6, (await AllAsync(ledger, new DeliveryQuery("weekly"), size)).Select(row => row.Id).Distinct().Count());
        }

        Assert.Equal(3, (await AllAsync(ledger, new DeliveryQuery(Period: "2026-10", State: DeliveryState.Queued), 2)).Count);
        Assert.Empty(await AllAsync(ledger, new DeliveryQuery(State: DeliveryState.Failed), 2));
        Assert.Equal(9, (await ledger.UnsettledAsync(new DateOnly(2026, 11, 9), Token)).Count);
        await Assert.ThrowsAsync<FormatException>(() => ledger.ListAsync(new DeliveryQuery(), "' or 1 eq 1", 5, Token));
    }

    private static async Task<List<DeliveryRecord>> AllAsync(DeliveryLedger ledger, DeliveryQuery query, int size)
    {
        var (rows, cursor) = (new List<DeliveryRecord>(), (string?)null);
        do
        {
            var page = await ledger.ListAsync(query, cursor, size, Token);
            rows.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return rows;
    }

    private static DeliveryRecord Row(string kind, string period, string person) => new()
    {
        Id = DeliveryId.Of(kind, period, "company", 1, person),
        Kind = kind,
        Period = period,
        Scope = "company",
        RecipientId = person,
        Revision = 1,
    };
}
