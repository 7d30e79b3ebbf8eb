using Microsoft.Playwright;

namespace SalesReports.BrowserTests;

/// <summary>Reports read in a browser by everybody: WCAG 2.2 AA, light and dark.</summary>
public sealed class AccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [MemberData(nameof(Drawn.Samples), MemberType = typeof(Drawn))]
    public async Task A_report_page_breaks_no_rule_in_light_and_dark_and_asks_the_network_for_nothing(string report, string language)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var page = await browser.OpenAsync(Drawn.Page(Drawn.Reports[report], language), scheme, Cancellation);

            Assert.Empty(page.Requests);
            Assert.Empty(await Axe.ViolationsAsync(page.Page));
            Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_report_page_never_scrolls_sideways(int width)
    {
        await using var page = await browser.OpenAsync(Drawn.Page(Drawn.Reports["weekly"], "fr"), ColorScheme.Light, Cancellation);
        await page.Page.SetViewportSizeAsync(width, 900);

        Assert.True(await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
    }

    [Theory]
    [InlineData("<img src=\"data:,\">", "image-alt")]
    [InlineData("<p style=\"color:#bbb;background:#fff\">pale</p>", "color-contrast")]
    [InlineData("<table><tr><td headers=\"nowhere\">1</td></tr></table>", "td-headers-attr")]
    public async Task A_breach_is_found(string body, string rule)
    {
        await using var page = await browser.OpenAsync($"<!doctype html><html lang=\"fr\"><title>x</title><main>{body}</main></html>", ColorScheme.Light, Cancellation);

        Assert.Contains(await Axe.ViolationsAsync(page.Page), violation => violation.StartsWith(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_asks_the_network_for_something_is_found()
    {
        await using var page = await browser.OpenAsync("<!doctype html><img src=\"https://pictures.example/a.png\" alt=\"\">", ColorScheme.Light, Cancellation);

        Assert.Equal(["https://pictures.example/a.png"], page.Requests);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
