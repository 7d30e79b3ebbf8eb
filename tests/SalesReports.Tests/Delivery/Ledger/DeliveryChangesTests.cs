using CsCheck;
using SalesReports.Delivery;

namespace SalesReports.Tests.Delivery.Ledger;

/// <summary>A row of the ledger only changes in ways that keep it true.</summary>
public sealed class DeliveryChangesTests
{
    private static readonly DateTimeOffset Now = LedgerRows.Now;

    private static readonly IReadOnlyList<DeliveryState> Starts = [DeliveryState.Claimed, DeliveryState.Unknown, DeliveryState.Queued, DeliveryState.Failed];

    private static readonly IReadOnlyList<DeliveryState> Told =
        [DeliveryState.Accepted, DeliveryState.Deferred, DeliveryState.Delivered, DeliveryState.Dropped, DeliveryState.Suppressed, DeliveryState.Bounced];

    [Theory]
    [InlineData(DeliveryState.Queued, true)]
    [InlineData(DeliveryState.Claimed, false)]
    [InlineData(DeliveryState.Unknown, false)]
    [InlineData(DeliveryState.Accepted, false)]
    [InlineData(DeliveryState.Failed, false)]
    [InlineData(DeliveryState.Cancelled, false)]
    [InlineData(DeliveryState.Bounced, false)]
    public void Only_what_waits_is_claimed(DeliveryState state, bool claimed) =>
        Assert.Equal(claimed, DeliveryChanges.Claim(LedgerRows.In(state), "folder", "c2", Now) is { State: DeliveryState.Claimed, Attempts: 1, Claim: "c2", Mailer: "folder" });

    [Fact]
    public void A_pause_is_kept()
    {
        var row = LedgerRows.In(DeliveryState.Queued) with { NotBefore = Now.AddMinutes(1) };

        Assert.Null(DeliveryChanges.Claim(row, "folder", "c2", Now));
        Assert.NotNull(DeliveryChanges.Claim(row, "folder", "c2", Now.AddMinutes(1)));
    }

    [Fact]
    public void Events_end_the_same_in_any_order_and_however_often_they_come()
    {
        var events = Gen.Int[0, Told.Count - 1].Select(i => Told[i]).Array[1, 8];
        Gen.Select(events, Gen.Int[0, 1000], Gen.Int[0, 3].Select(i => Starts[i])).Sample((told, seed, start) =>
        {
            var shuffled = told.Concat(told).ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(told.Max(RankByHand), RankByHand(After(start, told).State));
            Assert.Equal(After(start, told).State, After(start, shuffled).State);
        });
    }

    [Fact]
    public void An_acceptance_recorded_late_takes_nothing_back_of_what_the_provider_said()
    {
        var bounced = After(DeliveryState.Claimed, [DeliveryState.Bounced]);

        var row = DeliveryChanges.Accept(bounced, "m1", 10, Now)!;

        Assert.Equal((DeliveryState.Bounced, "m1", 10L), (row.State, row.ProviderMessageId, row.Size!.Value));
    }

    [Theory]
    [InlineData(DeliveryState.Claimed, "c1", true)]
    [InlineData(DeliveryState.Unknown, "c1", true)]
    [InlineData(DeliveryState.Claimed, "c2", false)]
    [InlineData(DeliveryState.Delivered, "c1", false)]
    [InlineData(DeliveryState.Queued, "c1", false)]
    public void Only_the_holder_of_a_claim_says_that_it_came_to_nothing(DeliveryState state, string claim, bool may)
    {
        var row = LedgerRows.In(state, claim);

        Assert.Equal(may, DeliveryChanges.Fail(row, "c1", "no") is not null);
        Assert.Equal(may, DeliveryChanges.PutOff(row, "c1", "no", Now, Now) is not null);
        Assert.Equal(may, DeliveryChanges.CancelHeld(row, "c1", "no") is not null);
    }

    [Fact]
    public void Sending_again_touches_failed_rows_only()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            Assert.Equal(state == DeliveryState.Failed, DeliveryChanges.Retry(LedgerRows.In(state), Now) is { State: DeliveryState.Queued, Attempts: 0 });
        }
    }

    [Fact]
    public void What_somebody_may_be_sending_is_not_called_back()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            Assert.Equal(state == DeliveryState.Queued, DeliveryChanges.Cancel(LedgerRows.In(state), "paused") is { State: DeliveryState.Cancelled });
        }
    }

    [Fact]
    public void No_address_comes_into_the_ledger()
    {
        var told = new ProviderEvent("x", DeliveryState.Bounced, Now, null, "550 5.1.1 <anna.o'neil@example.com>: user\r\nunknown; to=bob@example.com");

        Assert.Equal("550 5.1.1 <(address)>: user  unknown; to=(address)", DeliveryChanges.Apply(LedgerRows.In(DeliveryState.Accepted), told)!.LastError);
    }

    private static DeliveryRecord After(DeliveryState start, IEnumerable<DeliveryState> told) =>
        told.Aggregate(LedgerRows.In(start), (row, state) => DeliveryChanges.Apply(row, new ProviderEvent(row.Id, state, Now, null, null)) ?? row);

    private static int RankByHand(DeliveryState state) => Told.Index().Single(one => one.Item == state).Index;
}
