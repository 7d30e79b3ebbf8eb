namespace SalesReports.BrowserTests;

/// <summary>The online pages keep the HTML standard, as html-validate knows it.</summary>
public sealed class HtmlRulesTests
{
    [Theory]
    [MemberData(nameof(Drawn.Samples), MemberType = typeof(Drawn))]
    public async Task A_report_page_is_valid_html(string report, string language) =>
        Assert.Empty(await FindingsAsync(Drawn.Page(Drawn.Reports[report], language)));

    [Theory]
    [InlineData("<p><div>a</div></p>", "close-order")]
    [InlineData("<b id=\"a\"></b><i id=\"a\"></i>", "no-dup-id")]
    [InlineData("<ul><p>a</p></ul>", "element-permitted-content")]
    [InlineData("<p color=\"red\" color=\"blue\">a</p>", "no-dup-attr")]
    public async Task A_breach_is_found(string body, string rule) => Assert.Contains(
        await FindingsAsync($"<!DOCTYPE html><html lang=\"fr\"><head><title>x</title></head><body>{body}</body></html>"), finding => finding.StartsWith(rule, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> FindingsAsync(string page)
    {
        Required.Package("html-validate/package.json");
        return await NodeScript.RunAsync<string>("html-lint/validate.mjs", page, TestContext.Current.CancellationToken);
    }
}
