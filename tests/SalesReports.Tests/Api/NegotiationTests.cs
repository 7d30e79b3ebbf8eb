using Microsoft.AspNetCore.Http;
using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class NegotiationTests
{
    [Theory]
    [InlineData(null, "pdf")]
    [InlineData("", "pdf")]
    [InlineData("*/*", "pdf")]
    [InlineData("application/pdf", "pdf")]
    [InlineData("text/html", "html")]
    [InlineData("TEXT/HTML", "html")]
    [InlineData("text/*", "html")]
    [InlineData("text/html;charset=utf-8", "html")]
    [InlineData("application/pdf;q=0.5, text/html;q=0.9", "html")]
    [InlineData("text/html, application/pdf", "pdf")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html")]
    [InlineData("application/pdf;q=0, */*", "html")]
    [InlineData("application/pdf;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("image/png", null)]
    [InlineData("application/json, image/*;q=0.3", null)]
    [InlineData("application/pdf;q=0.001", "pdf")]
    [InlineData("nonsense", "pdf")]
    [InlineData(";;;,,,\"", "pdf")]
    public void The_form_is_the_one_the_caller_likes_best(string? accept, string? expected)
    {
        Assert.Equal(expected, Negotiation.BestForm(With("Accept", accept).Accept)?.Format);
    }

    [Theory]
    [InlineData(null, "fr")]
    [InlineData("en", "en")]
    [InlineData("EN-gb", "en")]
    [InlineData("fr-CA, en;q=0.5", "fr")]
    [InlineData("fr;q=0.2, en;q=0.7", "en")]
    [InlineData("de, en;q=0.1", "en")]
    [InlineData("de", null)]
    [InlineData("de, *;q=0.1", "fr")]
    [InlineData("fr;q=0, *", "en")]
    [InlineData("fr;q=0, fr-CA, en;q=0.1", "en")]
    [InlineData("french", null)]
    [InlineData("*;q=0", null)]
    [InlineData("???", "fr")]
    public void The_language_is_the_one_the_caller_likes_best(string? accept, string? expected)
    {
        Assert.Equal(expected, Negotiation.BestLanguage(["fr", "en"], With("Accept-Language", accept).AcceptLanguage));
    }

    private static Microsoft.AspNetCore.Http.Headers.RequestHeaders With(string header, string? value)
    {
        var request = new DefaultHttpContext().Request;
        if (value is not null)
        {
            request.Headers[header] = value;
        }

        return request.GetTypedHeaders();
    }
}
