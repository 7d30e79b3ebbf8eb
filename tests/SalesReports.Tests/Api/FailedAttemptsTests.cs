using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class FailedAttemptsTests
{
    private static readonly IPAddress Caller = IPAddress.Parse("203.0.113.7");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_eleventh_failure_of_a_minute_waits_for_the_rest_of_it()
    {
        var failed = new FailedAttempts(_clock);
        for (var i = 0; i < FailedAttempts.Allowed; i++)
        {
            Assert.Null(failed.Count(Caller));
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(40), failed.Count(Caller));
        Assert.Null(failed.Count(IPAddress.Parse("203.0.113.8")));

        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(failed.Count(Caller));
    }

    [Fact]
    public void However_many_addresses_come_the_memory_is_bounded()
    {
        var failed = new FailedAttempts(_clock);
        for (var i = 0; i < (2 * FailedAttempts.MostAddresses) + 5; i++)
        {
            failed.Count(new IPAddress(i));
            Assert.True(failed.Addresses <= FailedAttempts.MostAddresses);
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "10.0.0.1, 198.51.100.1:4711", "198.51.100.1")]
    [InlineData("::1", "198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "unknown", "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("::ffff:203.0.113.7", "", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::")]
    [InlineData("127.0.0.1", "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::")]
    public void Only_a_proxy_on_this_machine_may_say_who_calls(string remote, string forwarded, string expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(IPAddress.Parse(expected), FailedAttempts.AddressOf(context));
    }
}
