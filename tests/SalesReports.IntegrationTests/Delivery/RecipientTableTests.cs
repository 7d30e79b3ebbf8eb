using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>People are kept without losing an update, an address or the trace of a change.</summary>
public sealed class RecipientTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recipient_comes_back_as_it_was_added()
    {
        await using var world = TestWorld.Create(azurite);

        var added = await AddAsync(world, "anna@example.com", "team:North");

        Assert.NotNull(added);
        Assert.Equal(added, await world.Get<RecipientTable>().FindAsync(added.Id, Token), SameFields);
        Assert.Equal(("team:North", RecipientStatus.Active, "key1", world.Clock.GetUtcNow()), (added.Scope, added.Status, added.CreatedBy, added.CreatedAt));
        Assert.Equal([AttachmentForm.Pdf], added.Attachments);
    }

    [Fact]
    public async Task An_address_is_held_once_however_it_is_written_and_whoever_is_first()
    {
        await using var world = TestWorld.Create(azurite);

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AddAsync(world, i % 2 == 0 ? "anna@example.com" : "ANNA@Example.com")));

        Assert.Single(added, recipient => recipient is not null);
        Assert.Single(await world.Get<RecipientTable>().ReadAllAsync(Token));
    }

    [Fact]
    public async Task Of_two_changes_that_know_the_same_state_one_is_lost_and_told()
    {
        await using var world = TestWorld.Create(azurite);
        var (table, before) = (world.Get<RecipientTable>(), (await AddAsync(world, "anna@example.com"))!);

        var results = await Task.WhenAll(
            table.ChangeAsync(before, before with { Language = "en" }, "recipient.updated", "k1", Token),
            table.ChangeAsync(before, before with { Status = RecipientStatus.Paused }, "recipient.paused", "k2", Token));

        Assert.Equal([ChangeStatus.Changed, ChangeStatus.ChangedMeanwhile], results.Select(r => r.Status).Order());
        Assert.False(await table.DeleteAsync(before, "k3", Token));
    }

    [Fact]
    public async Task An_address_moves_with_its_holder_and_is_free_afterwards()
    {
        await using var world = TestWorld.Create(azurite);
        var (table, anna) = (world.Get<RecipientTable>(), (await AddAsync(world, "anna@example.com"))!);
        await AddAsync(world, "bob@example.com");

        Assert.Equal(ChangeStatus.AddressTaken, (await table.ChangeAsync(anna, anna with { Email = "Bob@example.com" }, "recipient.updated", "k", Token)).Status);
        var moved = await table.ChangeAsync(anna, anna with { Email = "anna.new@example.com" }, "recipient.updated", "k", Token);

        Assert.Equal((ChangeStatus.Changed, "anna.new@example.com"), (moved.Status, moved.Recipient?.Email));
        Assert.NotNull(await AddAsync(world, "anna@example.com"));
        Assert.Null(await AddAsync(world, "anna.new@example.com"));
    }

    [Fact]
    public async Task Every_change_has_its_entry_newest_first_page_by_page()
    {
        await using var world = TestWorld.Create(azurite);
        var (table, trail) = (world.Get<RecipientTable>(), world.Get<AuditTrail>());
        var anna = (await AddAsync(world, "anna@example.com"))!;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        anna = (await table.ChangeAsync(anna, anna with { Language = "en" }, "recipient.updated", "k2", Token)).Recipient!;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await table.DeleteAsync(anna, "k3", Token));

        var first = await trail.ReadAsync(null, 2, Token);
        var second = await trail.ReadAsync(first.Cursor, 2, Token);

        Assert.Equal(["recipient.deleted", "recipient.updated", "recipient.created"], first.Items.Concat(second.Items).Select(e => e.Action));
        Assert.Equal(["k3", "k2", "key1"], first.Items.Concat(second.Items).Select(e => e.By));
        Assert.Equal([new FieldChange("language", "fr", "en")], first.Items[1].Changes);
        Assert.Null(second.Cursor);
        await Assert.ThrowsAsync<FormatException>(() => trail.ReadAsync("x' or 1 eq 1", 2, Token));
    }

    [Fact]
    public async Task The_configuration_names_people_once_and_brings_nobody_back()
    {
        var settings = new Dictionary<string, string?> { ["Delivery:Recipients:0:Email"] = "anna@example.com", ["Delivery:Recipients:0:Reports:0"] = "monthly", ["TablePrefix"] = TestWorld.NewPrefix() };
        await using var world = TestWorld.Create(azurite, settings);
        await using var other = TestWorld.Create(azurite, settings);
        var seen = await Task.WhenAll(world.Get<Recipients>().AllAsync(Token), other.Get<Recipients>().AllAsync(Token));
        var anna = Assert.Single(seen[0]);
        Assert.Equal(anna.Id, Assert.Single(seen[1]).Id);
        Assert.Empty(await world.Get<Recipients>().OfAsync(PeriodKind.Weekly, Token));
        Assert.Single(await world.Get<Recipients>().OfAsync(PeriodKind.Monthly, Token));

        Assert.True(await world.Get<RecipientTable>().DeleteAsync(anna, "k", Token));
        await using var later = TestWorld.Create(azurite, settings);
        Assert.Empty(await later.Get<Recipients>().AllAsync(Token));
        Assert.NotNull(await AddAsync(later, "anna@example.com"));
    }

    [Theory]
    [InlineData("anna@example.com", true)]
    [InlineData("anna@EXAMPLE.com", true)]
    [InlineData("anna@sub.example.com", false)]
    [InlineData("anna@example.com.evil.net", false)]
    public void Only_allowed_domains_are_taken(string email, bool taken)
    {
        var rules = new RecipientRules(Microsoft.Extensions.Options.Options.Create(new DeliveryOptions { AllowedDomains = ["example.com", "@example.org"] }));
        Assert.Equal(taken, rules.Check(new RecipientDraft { Email = email }).Recipient is not null);
    }

    private static readonly IEqualityComparer<Recipient?> SameFields = EqualityComparer<Recipient?>.Create((a, b) =>
        (a! with { ETag = default, Reports = [], Attachments = [] }) == (b! with { ETag = default, Reports = [], Attachments = [] })
        && a.Reports.SequenceEqual(b.Reports) && a.Attachments.SequenceEqual(b.Attachments));

    private static async Task<Recipient?> AddAsync(TestWorld world, string email, string scope = "company")
    {
        var (recipient, problems) = world.Get<RecipientRules>().Check(new RecipientDraft { Email = email, Scope = scope });
        Assert.Empty(problems);
        return await world.Get<RecipientTable>().AddAsync(recipient!, "key1", Token);
    }
}
