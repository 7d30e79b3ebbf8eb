using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using SalesReports.Delivery;

namespace SalesReports.Tests.Delivery;

/// <summary>The provider's signature and the meaning of its events. Source: connectors.md 7.2.</summary>
public sealed class WebhookTests
{
    // The vendor's public test vector, as its own packages publish it.
    private const string PublicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
    private const string Signature = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
    private const string Timestamp = "1600112502";

    private const string Body = """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""" + "\r\n";

    [Fact]
    public void The_vendors_test_vector_verifies() => Assert.True(WebhookSignature.IsValid(PublicKey, Signature, Timestamp, Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public void Nothing_else_verifies()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        Assert.False(WebhookSignature.IsValid(PublicKey, Signature, Timestamp, body.AsSpan()[..^2]));
        Assert.False(WebhookSignature.IsValid(PublicKey, Signature, "1600112503", body));
        Assert.False(WebhookSignature.IsValid(PublicKey, "", Timestamp, body));
        Assert.False(WebhookSignature.IsValid(PublicKey, "not base64!", Timestamp, body));
        Assert.False(WebhookSignature.IsValid(PublicKey, new string('A', 4000), Timestamp, body));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(WebhookSignature.IsValid(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()), Signature, Timestamp, body));
    }

    [Fact]
    public void A_body_with_any_one_bit_changed_does_not_verify() => Gen.Int[0, (Body.Length * 8) - 1].Sample(bit =>
    {
        var body = Encoding.UTF8.GetBytes(Body);
        body[bit / 8] ^= (byte)(1 << (bit % 8));
        Assert.False(WebhookSignature.IsValid(PublicKey, Signature, Timestamp, body));
    }, iter: 50);

    [Theory]
    [InlineData(PublicKey, true)]
    [InlineData("", false)]
    [InlineData("AAAA", false)]
    [InlineData("not base64!", false)]
    public void A_key_is_known_by_its_form(string text, bool isKey) => Assert.Equal(isKey, WebhookSignature.IsKey(text));

    [Theory]
    [InlineData("processed", null, null, DeliveryState.Accepted, null)]
    [InlineData("deferred", null, "450 later", DeliveryState.Deferred, null)]
    [InlineData("delivered", null, "250 ok", DeliveryState.Delivered, null)]
    [InlineData("bounce", "bounce", "550 unknown", DeliveryState.Bounced, RecipientStatus.Bounced)]
    [InlineData("bounce", "blocked", "550 policy", DeliveryState.Bounced, null)]
    [InlineData("dropped", null, "Bounced Address", DeliveryState.Suppressed, RecipientStatus.Bounced)]
    [InlineData("dropped", null, "Unsubscribed Address", DeliveryState.Suppressed, RecipientStatus.Unsubscribed)]
    [InlineData("dropped", null, "Spam Reporting Address", DeliveryState.Suppressed, RecipientStatus.Unsubscribed)]
    [InlineData("dropped", null, "Spam Content", DeliveryState.Dropped, null)]
    [InlineData("spamreport", null, null, null, RecipientStatus.Unsubscribed)]
    [InlineData("unsubscribe", null, null, null, RecipientStatus.Unsubscribed)]
    [InlineData("group_unsubscribe", null, null, null, RecipientStatus.Unsubscribed)]
    [InlineData("open", null, null, null, null)]
    [InlineData("click", null, null, null, null)]
    [InlineData("account_status_change", null, null, null, null)]
    public void An_event_tells_the_ledger_and_stops_who_cannot_or_will_not_get_mail(string name, string? type, string? reason, DeliveryState? tells, RecipientStatus? withdraws)
    {
        var told = new WebhookEvent("1", name, type, "anna@example.com", DateTimeOffset.UnixEpoch, null, null, reason);

        Assert.Equal((tells, withdraws), (told.Tells, told.Withdraws));
    }

    [Fact]
    public void What_is_no_event_is_left_out_and_the_rest_is_read()
    {
        var events = WebhookEvent.ReadAll(Encoding.UTF8.GetBytes("""
            [null, 1, [], {}, { "event": "open" }, { "sg_event_id": "", "event": "open", "timestamp": 1 }, { "sg_event_id": "a", "event": "open", "timestamp": "1" },
             { "sg_event_id": "b", "event": "open", "timestamp": 99999999999999 }, { "sg_event_id": "c", "event": 1, "timestamp": 1 },
             { "sg_event_id": "d", "event": "delivered", "timestamp": 1600112492, "delivery_id": "weekly-1", "sg_message_id": "abc.recvd-1", "category": ["x"], "pool": { "name": "p" } }]
            """));

        var told = Assert.Single(events);
        Assert.Equal(("d", "weekly-1", "abc", 1600112492), (told.Id, told.DeliveryId, told.MessageId, told.At.ToUnixTimeSeconds()));
        Assert.Throws<JsonException>(() => WebhookEvent.ReadAll("{}"u8.ToArray()));
    }
}
