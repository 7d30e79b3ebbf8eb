using Microsoft.Playwright;

namespace SalesReports.BrowserTests;

/// <summary>One Chromium for a class of tests, started when the first page is asked for.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The page drawn from the text alone: whatever it asks the network for is refused and noted.</summary>
    public async Task<BrowserPage> OpenAsync(string html, ColorScheme scheme, CancellationToken cancellationToken)
    {
        var browser = await StartAsync(cancellationToken);
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, BypassCSP = true, Locale = "fr-FR" });
        var page = await context.NewPageAsync();
        var requests = new List<string>();
        await page.RouteAsync("**/*", async route =>
        {
            requests.Add(route.Request.Url);
            await route.AbortAsync();
        });
        await page.SetContentAsync(html);
        return new BrowserPage(page, requests);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> StartAsync(CancellationToken cancellationToken)
    {
        var chromium = Required.File(Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", "install the package 'chromium' or name the program in CHROMIUM");
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium });
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <param name="Requests">What the page wanted from the network.</param>
public sealed record BrowserPage(IPage Page, IReadOnlyList<string> Requests) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
