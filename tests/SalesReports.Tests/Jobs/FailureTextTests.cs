using Azure;
using CsCheck;
using SalesReports.Jobs;
using SalesReports.Sources;

namespace SalesReports.Tests.Jobs;

public sealed class FailureTextTests
{
    [Theory]
    [InlineData("Column 'net_amount' is missing.", "SourceException: Column 'net_amount' is missing.")]
    [InlineData("550 mailbox anna.ecrit@example.com is full", "SourceException: 550 mailbox (address) is full")]
    [InlineData("GET https://api.example.com/v3?key=1 gave 500", "SourceException: GET (link) gave 500")]
    [InlineData("refused: api_key=s3cr3t, again", "SourceException: refused: api_key=(secret) again")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0 has expired", "SourceException: Bearer (token) has expired")]
    [InlineData("first\nsecond", "SourceException: first")]
    public void A_reason_keeps_its_sense_and_loses_what_nobody_else_may_read(string message, string expected) =>
        Assert.Equal(expected, FailureText.Of(new SourceException(SourceFault.Data, message)));

    [Fact]
    public void Of_a_storage_fault_the_answer_is_kept_and_the_request_is_not()
    {
        var fault = new RequestFailedException(503, "Server busy\nHeaders:\nAuthorization: secret", "ServerBusy", null);

        Assert.Equal("Storage answered 503 ServerBusy", FailureText.Of(fault));
        Assert.Equal("Storage answered 503 ServerBusy", FailureText.Of(new AggregateException("Retry failed", new RequestFailedException(500, "x"), fault)));
    }

    [Fact]
    public void No_text_is_longer_than_a_line_or_shows_an_address() => Gen.Select(Gen.String, Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.String).Sample((before, name, after) =>
    {
        var text = FailureText.Of(new InvalidOperationException($"{before} {name}@example.com {after}"));

        Assert.InRange(text.Length, 1, 300);
        Assert.DoesNotContain("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.com", text, StringComparison.Ordinal);
    });
}
