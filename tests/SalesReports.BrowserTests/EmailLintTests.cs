namespace SalesReports.BrowserTests;

/// <summary>Mails use what Gmail, Outlook and Apple Mail can draw.</summary>
public sealed class EmailLintTests
{
    [Theory]
    [InlineData("<div style=\"display:flex\">x</div>", "display:flex")]
    [InlineData("<div style=\"position:fixed\">x</div>", "position")]
    [InlineData("<form><input name=\"a\"></form>", "<form>")]
    public async Task What_a_client_cannot_draw_is_found(string body, string expected)
    {
        var objections = await MailClients.ObjectionsAsync($"<html><body>{body}</body></html>", TestContext.Current.CancellationToken);

        Assert.Contains(objections, objection => objection.Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_table_with_plain_inline_styles_passes()
    {
        const string Html = "<html><body><table width=\"600\"><tr><td style=\"color:#111111;font-size:14px\">12 €</td></tr></table></body></html>";

        Assert.Empty(await MailClients.ObjectionsAsync(Html, TestContext.Current.CancellationToken));
    }
}
